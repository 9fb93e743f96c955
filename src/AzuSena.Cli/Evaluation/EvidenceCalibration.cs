using AzuSena.Answering.Evidence;

namespace AzuSena.Cli.Evaluation;

/// <summary>The weights of <see cref="EvidenceModel"/>, and how they do on articles that they were not fitted on.</summary>
/// <param name="Bias">The constant.</param>
/// <param name="Weights">One for each feature, in the order of <see cref="EvidenceFeatures.ToVector"/>.</param>
/// <param name="HeldOutAuc">Area under the ROC curve in four-fold cross-validation by article.</param>
internal sealed record EvidenceCalibration(double Bias, IReadOnlyList<double> Weights, double HeldOutAuc)
{
    private const int Folds = 4;
    private const int Depth = 5;
    private const int TypoSeed = 1;

    /// <summary>Fits the weights: the file's answerable questions against those that are about other articles. Each question is asked as it is and with one typing error (of a fixed seed).</summary>
    public static async Task<EvidenceCalibration> RunAsync(SquadFile file, SquadFile foreign, CancellationToken cancellationToken)
    {
        var examples = new List<(string Article, double[] Features, bool IsAnswerable)>();
        await using var whole = await TemporaryStore.CreateAsync(file, withVectors: false, settings: [], cancellationToken);
        await AddAsync(examples, whole, file, file.Questions.Where(question => question.IsAnswerable), isAnswerable: true, cancellationToken);
        foreach (var (withheld, questions) in ArticleOverlap.ForeignQuestions(own: file, foreign))
        {
            await using var store = await TemporaryStore.CreateAsync(file, withVectors: false, settings: [], cancellationToken, without: withheld);
            await AddAsync(examples, store, foreign, questions.Select(question => question.Question), isAnswerable: false, cancellationToken);
        }

        var fold = examples.Select(example => example.Article).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index % Folds, StringComparer.Ordinal);
        var heldOut = Enumerable.Range(0, Folds).SelectMany(number =>
        {
            var weights = LogisticRegression.Fit(examples.Where(example => fold[example.Article] != number).Select(example => (example.Features, example.IsAnswerable)).ToArray());
            return examples
                .Where(example => fold[example.Article] == number)
                .Select(example => (Score: EvidenceModel.Logistic(weights[0], weights.AsSpan(1), example.Features), example.IsAnswerable));
        }).ToArray();
        var fitted = LogisticRegression.Fit(examples.Select(example => (example.Features, example.IsAnswerable)).ToArray());
        return new EvidenceCalibration(
            Math.Round(fitted[0], 3),
            fitted.Skip(1).Select(weight => Math.Round(weight, 3)).ToArray(),
            Metrics.Auc([.. heldOut.Where(pair => pair.IsAnswerable).Select(pair => pair.Score)], [.. heldOut.Where(pair => !pair.IsAnswerable).Select(pair => pair.Score)]));
    }

    private static async Task AddAsync(
        List<(string Article, double[] Features, bool IsAnswerable)> examples,
        TemporaryStore store,
        SquadFile source,
        IEnumerable<SquadQuestion> questions,
        bool isAnswerable,
        CancellationToken cancellationToken)
    {
        var misspelled = new QuestionAlteration(TypoSeed);
        foreach (var question in questions)
        {
            foreach (var asked in new[] { question.Text, misspelled.Apply(question.Text, examples.Count) })
            {
                var search = await store.SearchAsync(asked, Depth, cancellationToken);
                if (search.Hits.Count > 0)
                {
                    examples.Add((source.Paragraphs[question.Paragraph].Title, EvidenceFeatures.From(asked, search).ToVector(), isAnswerable));
                }
            }
        }
    }
}
