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

    /// <summary>Fits the weights on some data sets, with vectors and without.</summary>
    public static async Task<QuoteModelFile> RunAsync(IReadOnlyList<string> data, string command, SearchParts parts, CancellationToken cancellationToken)
    {
        var examples = new List<QuoteExample>();
        foreach (var path in data)
        {
            var set = EvaluationSet.Read(path, foreign: null);
            var asked = set.Paragraphs is null ? set.Questions : 
            [
                .. set.Questions.Where(question => !parts.Reader || !IsTrained(question, set.Paragraphs)).Where((_, index) => index % SquadStep == 0)
            ];
            foreach (var vectors in parts.Vectors ? new[] { false, true } : [false])
            {
                await using var product = await EvaluatedProduct.CreateAsync(
                    new RunOptions { Parts = parts with { Vectors = vectors }, WithTypos = false }, set.Paragraphs, withheld: [], cancellationToken);
                examples.AddRange(await QuoteExample.GatherAsync(product, asked, cancellationToken));
            }
        }

        static bool IsTrained(EvaluationQuestion question, SquadFile paragraphs) =>
            question.Documents is [var path, ..] && ReaderArticles.Holds(paragraphs.Paragraphs[ParagraphStore.ParagraphOf(path)].Title);

        var weights = SoftmaxRegression.Fit(examples, QuoteFeatures.Count, Penalty);
        return new QuoteModelFile(
            command,
            data.ToDictionary(path => Path.GetFileName(path)!, CalibrationData.HashOf, StringComparer.Ordinal),
            examples.Count,
            Penalty,
            Enum.GetValues<QuoteFeature>().Zip(weights).Where(pair => !QuoteModel.ByHand.ContainsKey(pair.First))
                .ToDictionary(pair => pair.First.ToString(), pair => Math.Round(pair.Second, 4), StringComparer.Ordinal));
    }
}
