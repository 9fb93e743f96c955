using AzuSena.Errors;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Squad;

namespace AzuSena.Evaluation.Runs;

/// <summary>Questions with the requirements of their answers, and the documents that they are asked of.</summary>
/// <param name="Questions">The questions.</param>
/// <param name="Paragraphs">A file of the SQuAD family whose paragraphs are the documents; null if they are a corpus folder.</param>
/// <param name="Foreign">Questions about other articles, asked while no paragraph is about theirs: the articles withheld, and the questions.</param>
public sealed record EvaluationSet(
    IReadOnlyList<EvaluationQuestion> Questions,
    SquadFile? Paragraphs = null,
    IReadOnlyList<(IReadOnlyList<string> Withheld, IReadOnlyList<EvaluationQuestion> Questions)>? Foreign = null)
{
    /// <summary>Reads a data set by its extension: <c>.json</c> is SQuAD, <c>.csv</c> and <c>.tsv</c> tables, anything else JSONL or a folder of it.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: the file has the wrong format.</exception>
    public static EvaluationSet Read(string path, string? foreign)
    {
        var isSquad = IsSquad(path);
        if (foreign is not null && !isSquad)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, "--foreign va con datos en formato SQuAD, que traen sus propios párrafos.");
        }

        return isSquad ? OfSquad(SquadFile.ReadChecked(path), foreign is null ? null : SquadFile.ReadChecked(foreign))
            : Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv" ? new EvaluationSet(QuestionTable.Read(path)).OrRefused(path)
            : new EvaluationSet(QuestionLines.Read(path)).OrRefused(path);
    }

    private EvaluationSet OrRefused(string path) =>
        Questions.Count > 0 ? this : throw new AzuSenaException(ErrorCode.RequestInvalid, $"En «{path}» no hay preguntas.");

    private static bool IsSquad(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);

    // The gold answers are the wordings of one fact. A question that its paragraph does not answer is still about the same subject.
    private static EvaluationSet OfSquad(SquadFile file, SquadFile? foreign) => new(
        [.. file.Questions.Select((question, index) =>
            Question("squad", index, question, question.IsAnswerable ? "fact" : "adversarial_squad", question.IsAnswerable))],
        file,
        foreign is null ? null : [.. ArticleOverlap.ForeignQuestions(own: file, foreign).Select(group => (
            group.Withheld,
            (IReadOnlyList<EvaluationQuestion>)[.. group.Questions.Select(question =>
                Question("foreign", question.Index, question.Question, "foreign", isAnswerable: false))]))]);

    private static EvaluationQuestion Question(string prefix, int index, SquadQuestion question, string kind, bool isAnswerable) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}-{index:D5}"),
        kind,
        question.Text,
        History: [],
        isAnswerable ? [ParagraphStore.PathOf(question.Paragraph)] : [],
        isAnswerable ? [question.Answers] : [],
        MustNot: [],
        isAnswerable ? ExpectedOutcome.Answer : ExpectedOutcome.Abstain);
}
