using AzuSena.Answering.Evidence;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Squad;

namespace AzuSena.Evaluation.Calibration;

/// <summary>
/// Fits <see cref="EvidenceModel"/>: the answerable questions of each file against those of the other files that are about other articles, and the product's
/// own questions.
/// </summary>
public static class EvidenceCalibration
{
    /// <summary>The seed of the typing errors.</summary>
    public const int Seed = 1;

    /// <summary>Folds of the cross-validation by article.</summary>
    public const int Folds = 4;

    private static readonly int[] Doubts =
    [
        .. new[]
        {
            nameof(EvidenceFeatures.MissingNames), nameof(EvidenceFeatures.UnknownTerms), nameof(EvidenceFeatures.GuessedTerms),
            nameof(EvidenceFeatures.TypeMissing), nameof(EvidenceFeatures.MissingNumbers), nameof(EvidenceFeatures.AbsentName),
            nameof(EvidenceFeatures.UnknownYear), nameof(EvidenceFeatures.PersonalNumber),
        }.Select(name => EvidenceFeatures.Names(withVectors: false, withReader: false).ToList().IndexOf(name)),
    ];

    // A false abstention costs the user the answer; a wrong answer shows its passages and its doubt.
    private static readonly AbstentionCosts Costs = new(WrongAnswer: 21, FalseAbstention: 29, Threshold: 0.42);

    /// <summary>Fits the weights for words alone, and for words with what takes part beside them.</summary>
    public static async Task<EvidenceModelFile> RunAsync(
        IReadOnlyList<string> files, string own, string command, SearchParts parts, CancellationToken cancellationToken)
    {
        var data = files.Select(SquadFile.ReadChecked).ToArray();
        var words = await Fitted(data, own, SearchParts.Words, cancellationToken);
        return new EvidenceModelFile(
            command,
            files.Append(own).ToDictionary(path => Path.GetFileName(path)!, CalibrationData.HashOf, StringComparer.Ordinal),
            Seed,
            Folds,
            Costs,
            words,
            parts.Vectors ? await Fitted(data, own, new SearchParts(Vectors: true, Reader: false), cancellationToken) : Unfitted,
            parts.Reader ? await Fitted(data, own, new SearchParts(Vectors: false, Reader: true), cancellationToken) : null,
            parts is { Vectors: true, Reader: true } ? await Fitted(data, own, parts, cancellationToken) : null);
    }

    // Without vectors in the fit there are no weights for them.
    private static EvidenceWeights Unfitted =>
        new(
            Embedder: null, 0, 0, EvidenceFeatures.Names(withVectors: true, withReader: false).ToDictionary(name => name, _ => 0.0, StringComparer.Ordinal),
            0, 0, 0, 0);

    private static async Task<EvidenceWeights> Fitted(SquadFile[] data, string own, SearchParts parts, CancellationToken cancellationToken)
    {
        var (examples, embedder) = await EvidenceExamples.GatherAsync(data, parts, cancellationToken);
        examples.AddRange(await EvidenceExamples.GatherOwnAsync(own, parts, cancellationToken));
        var names = EvidenceFeatures.Names(parts.Vectors, parts.Reader);
        var fold = examples
            .Select(example => example.Article)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index % Folds, StringComparer.Ordinal);
        var heldOut = Enumerable.Range(0, Folds).SelectMany(number =>
        {
            var weights = Fit(examples.Where(example => fold[example.Article] != number));
            return examples
                .Where(example => !example.IsOwn && fold[example.Article] == number)
                .Select(example => (Score: EvidenceModel.Logistic(weights[0], weights.AsSpan(1), example.Features), example.IsAnswerable));
        }).ToArray();
        var fitted = Fit(examples);
        double[] answerable = [.. heldOut.Where(pair => pair.IsAnswerable).Select(pair => pair.Score)];
        double[] others = [.. heldOut.Where(pair => !pair.IsAnswerable).Select(pair => pair.Score)];
        return new EvidenceWeights(
            embedder,
            examples.Count,
            Math.Round(fitted[0], 3),
            names.Zip(fitted.Skip(1)).ToDictionary(pair => pair.First, pair => Math.Round(pair.Second, 3), StringComparer.Ordinal),
            Math.Round(Metrics.Auc(answerable, others), 4),
            Math.Round(Reliability.Of(heldOut).ExpectedError, 4),
            Math.Round(answerable.Count(score => score < Costs.Threshold) / (double)answerable.Length, 4),
            Math.Round(others.Count(score => score < Costs.Threshold) / (double)others.Length, 4));
    }

    // What is missing or guessed never speaks for an answer, whatever else such questions have in common: a feature that would is fitted without.
    private static double[] Fit(IEnumerable<EvidenceExample> examples)
    {
        var dropped = new HashSet<int>();
        while (true)
        {
            var weights = LogisticRegression.Fit([.. examples.Select(example => (Without(example.Features, dropped), example.IsAnswerable, example.Weight))]);
            var wrong = Doubts.Where(feature => weights[feature + 1] > 0 && dropped.Add(feature)).ToArray();
            if (wrong.Length == 0)
            {
                return weights;
            }
        }
    }

    private static double[] Without(double[] features, HashSet<int> dropped) => [.. features.Select((value, i) => dropped.Contains(i) ? 0 : value)];
}
