using AzuSena.Answers;

namespace AzuSena.Evaluation.Questions;

/// <summary>The comparison of an answer with the requirements of its question.</summary>
/// <param name="FactShare">Share of the required facts that it states, 0 to 1; 1 if none is required.</param>
/// <param name="Missing">The facts that it lacks, each by its first wording.</param>
/// <param name="Said">Forbidden statements that it makes.</param>
/// <param name="IsRight">
/// Whether the outcome is as expected: answered with every fact, declined, or its premise corrected; and without forbidden statements.
/// </param>
/// <param name="Leads">Whether its beginning holds what was asked; a false premise may be declined instead.</param>
/// <param name="IsDeclined">Whether it says that the documents hold nothing of what was asked.</param>
/// <param name="IsRightlyDeclined">Whether it declines, at least in part, what no document answers, without forbidden statements.</param>
/// <param name="Words">How many words are read, without citation marks.</param>
/// <param name="IsGood">Whether it leads, has every fact, says nothing forbidden and is short; or is rightly declined.</param>
public sealed record AnswerCheck(
    double FactShare,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Said,
    bool IsRight,
    bool Leads,
    bool IsDeclined,
    bool IsRightlyDeclined,
    int Words,
    bool IsGood)
{
    /// <summary>The most words of a good answer.</summary>
    public const int MostWords = 150;

    /// <summary>Compares an answer with its question.</summary>
    public static AnswerCheck Of(EvaluationQuestion question, Answer answer)
    {
        // The text of an abstention states nothing; the titles of documents that it offers may contain any words.
        var plain = AnswerText.Plain(answer.Response);
        var text = new WordingSearch(answer.Abstained ? "" : plain, question.ArePatterns);
        var said = question.MustNot.Where(text.Holds).ToArray();
        var missing = question.Facts.Where(fact => !fact.Any(text.Holds)).Select(fact => fact[0]).ToArray();
        var share = answer.Abstained ? 0 : question.Facts.Count == 0 ? 1 : 1 - ((double)missing.Length / question.Facts.Count);
        var isTaken = question.Expect switch
        {
            ExpectedOutcome.Answer => share >= 1,
            ExpectedOutcome.Abstain => answer.Abstained,
            _ => answer.Abstained || share >= 1,
        };
        var isRight = isTaken && said.Length == 0;

        var words = AnswerText.Words(plain);
        var isDeclined = answer.Abstained || answer.Completeness is Completeness.None;
        var isCorrected = isDeclined && question.Expect is ExpectedOutcome.Correct;
        var begins = Begins(question, plain);
        var leads = isCorrected || (!isDeclined && begins);
        var isRightlyDeclined = question.Expect is ExpectedOutcome.Abstain && said.Length == 0
            && (answer.Completeness is not Completeness.Complete || answer.Abstained || (question.Lead is not null && begins));
        var isGood = question.Expect is ExpectedOutcome.Abstain ? isRightlyDeclined : leads && isRight && (isDeclined || words <= MostWords);
        return new AnswerCheck(share, missing, said, isRight, leads, isDeclined, isRightlyDeclined, words, isGood);
    }

    private static bool Begins(EvaluationQuestion question, string plain) =>
        question.LeadWordings is { Count: 0 } || question.LeadWordings.Any(new WordingSearch(AnswerText.Start(plain), question.ArePatterns).Holds);
}
