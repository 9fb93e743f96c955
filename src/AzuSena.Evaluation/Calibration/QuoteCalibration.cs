using AzuSena.Answering.Ranking;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Runs;
using AzuSena.Evaluation.Squad;

namespace AzuSena.Evaluation.Calibration;

/// <summary>Fits <see cref="QuoteModel"/>: the quotes of a right document that hold what was asked against all others found for the question.</summary>
public static class QuoteCalibration
{
    // Of the questions about Wikipedia, so that they do not outnumber those about the product's own documents.
    private const int SquadStep = 12;

    private const double Penalty = 10;

    /// <summary>
    /// Fits the weights on some data sets, with vectors and without; and, if the reader takes part, those of quotes that it read too, which stay as they are
    /// otherwise.
    /// </summary>
    public static async Task<QuoteModelFile> RunAsync(IReadOnlyList<string> data, string command, SearchParts parts, CancellationToken cancellationToken)
    {
        var sets = data.Select(path => EvaluationSet.Read(path, foreign: null)).ToArray();
        var examples = new List<QuoteExample>();
        foreach (var vectors in parts.Vectors ? new[] { false, true } : [false])
        {
            examples.AddRange(await GatherAsync(sets, new SearchParts(vectors, Reader: false), cancellationToken));
        }

        return new QuoteModelFile(
            command,
            data.ToDictionary(path => Path.GetFileName(path)!, CalibrationData.HashOf, StringComparer.Ordinal),
            examples.Count,
            Penalty,
            Fitted(examples),
            parts.Reader ? Fitted(await GatherAsync(sets, parts, cancellationToken)) : QuoteModel.Current.ReadWeights);
    }

    private static Dictionary<string, double> Fitted(List<QuoteExample> examples) => Enum.GetValues<QuoteFeature>()
        .Zip(SoftmaxRegression.Fit(examples, QuoteFeatures.Count, Penalty))
        .Where(pair => !QuoteModel.ByHand.ContainsKey(pair.First))
        .ToDictionary(pair => pair.First.ToString(), pair => Math.Round(pair.Second, 4), StringComparer.Ordinal);

    private static async Task<List<QuoteExample>> GatherAsync(EvaluationSet[] sets, SearchParts parts, CancellationToken cancellationToken)
    {
        var examples = new List<QuoteExample>();
        foreach (var set in sets)
        {
            var asked = set.Paragraphs is not { } paragraphs
                ? set.Questions
                : [.. set.Questions.Where(question => !parts.Reader || !IsTrained(question, paragraphs)).Where((_, index) => index % SquadStep == 0)];
            await using var product = await EvaluatedProduct.CreateAsync(
                new RunOptions { Parts = parts, WithTypos = false }, set.Paragraphs, withheld: [], cancellationToken);
            examples.AddRange(await QuoteExample.GatherAsync(product, asked, cancellationToken));
        }

        return examples;
    }

    // The reader is surer of articles that it was trained on.
    private static bool IsTrained(EvaluationQuestion question, SquadFile paragraphs) =>
        question.Documents is [var path, ..] && ReaderArticles.Holds(paragraphs.Paragraphs[ParagraphStore.ParagraphOf(path)].Title);
}
