using AzuSena.Answering.Evidence;
using AzuSena.Answering.Ranking;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Runs;
using AzuSena.Evaluation.Squad;
using Microsoft.SemanticKernel;

namespace AzuSena.Evaluation.Calibration;

/// <summary>A question with its features, and whether the searched documents answer it.</summary>
/// <param name="Article">The article that it is about; questions of one article are held out together.</param>
/// <param name="Features">Its features.</param>
/// <param name="IsAnswerable">Whether the documents answer it.</param>
/// <param name="Weight">How often it counts.</param>
internal sealed record EvidenceExample(string Article, double[] Features, bool IsAnswerable, double Weight = 1);

/// <summary>Gathers the examples that the evidence model is fitted on. Each question is asked unchanged and with one typing error of a fixed seed.</summary>
internal static class EvidenceExamples
{
    private const int Depth = 5;

    // Of a question about the product's own documents: they are a thirtieth of all, and what the product is for.
    private const double OwnWeight = 20;

    /// <summary>The product's own questions that stand alone, asked of the configured corpus.</summary>
    public static async Task<List<EvidenceExample>> GatherOwnAsync(string questions, bool withVectors, CancellationToken cancellationToken)
    {
        var options = new RunOptions { WithVectors = withVectors, WithTypos = false };
        await using var product = await EvaluatedProduct.CreateAsync(options, paragraphs: null, withheld: [], cancellationToken);
        var examples = new List<EvidenceExample>();
        foreach (var question in QuestionLines.Read(questions).Where(question => question is { History.Count: 0, Expect: not ExpectedOutcome.Correct }))
        {
            var found = await product.Get<EvidenceSearch>()
                .FindAsync(Question.Create(question.Question), product.Get<Kernel>(), previous: null, cancellationToken);
            if (found.Evidence.Features is { } features)
            {
                var values = withVectors ? features.AllValues() : features.WordValues();
                examples.Add(new EvidenceExample(question.Id, values, question.IsAnswerable, OwnWeight));
            }
        }

        return examples;
    }

    /// <summary>The questions of each file, asked of that file and, if no passage is about their article, of the others.</summary>
    public static async Task<(List<EvidenceExample> Examples, string? Embedder)> GatherAsync(
        SquadFile[] data, bool withVectors, CancellationToken cancellationToken)
    {
        var examples = new List<EvidenceExample>();
        string? embedder = null;
        foreach (var file in data)
        {
            await using var whole = await TemporaryStore.CreateAsync(file, withVectors, settings: [], cancellationToken);
            embedder = whole.Embedder;
            await AddAsync(examples, whole, withVectors, file, file.Questions.Where(question => question.IsAnswerable), isAnswerable: true, cancellationToken);
            foreach (var foreign in data.Where(other => other != file))
            {
                // Withholding articles takes a separate store, and with vectors minutes for each: those questions are omitted then.
                foreach (var (withheld, questions) in ArticleOverlap.ForeignQuestions(own: file, foreign)
                    .Where(group => !withVectors || group.Withheld.Count == 0))
                {
                    await using var part = withheld.Count == 0
                        ? null
                        : await TemporaryStore.CreateAsync(file, withVectors, settings: [], cancellationToken, without: withheld);
                    await AddAsync(
                        examples, part ?? whole, withVectors, foreign, questions.Select(question => question.Question), isAnswerable: false, cancellationToken);
                }
            }
        }

        return (examples, embedder);
    }

    private static async Task AddAsync(
        List<EvidenceExample> examples,
        TemporaryStore store,
        bool withVectors,
        SquadFile source,
        IEnumerable<SquadQuestion> questions,
        bool isAnswerable,
        CancellationToken cancellationToken)
    {
        if (withVectors && store.Embedder is null)
        {
            throw new AzuSenaException(
                ErrorCode.RequestInvalid, "No hay un modelo de vectores listo: instálelo con ./azusena models pull minilm, o quite --vectors.");
        }

        var misspelled = new QuestionAlteration(EvidenceCalibration.Seed);
        foreach (var question in questions)
        {
            foreach (var asked in new[] { question.Text, misspelled.Apply(question.Text, examples.Count) })
            {
                var search = await store.SearchAsync(asked, Depth, cancellationToken);
                if (search.Hits.Count > 0)
                {
                    var features = EvidenceFeatures.From(asked, search, QuoteRanking.Of(asked, search));
                    examples.Add(new EvidenceExample(
                        source.Paragraphs[question.Paragraph].Title, withVectors ? features.AllValues() : features.WordValues(), isAnswerable));
                }
            }
        }
    }
}
