using AzuSena.Answering.Evidence;
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
/// <param name="IsOwn">Whether it is about the product's own documents.</param>
internal sealed record EvidenceExample(string Article, double[] Features, bool IsAnswerable, bool IsOwn = false)
{
    // Own questions are a thirtieth of all, and what the product is for.
    private const double OwnWeight = 10;

    /// <summary>How often it counts.</summary>
    public double Weight => IsOwn ? OwnWeight : 1;
}

/// <summary>Gathers the examples that the evidence model is fitted on. Each question is asked unchanged and with one typing error of a fixed seed.</summary>
internal static class EvidenceExamples
{
    private const int Depth = 5;

    // Reading takes long: every so many questions.
    private const int ReaderStep = 4;

    /// <summary>The product's own questions that stand alone, asked of the configured corpus.</summary>
    public static async Task<List<EvidenceExample>> GatherOwnAsync(string questions, SearchParts parts, CancellationToken cancellationToken)
    {
        var options = new RunOptions { Parts = parts, WithTypos = false };
        await using var product = await EvaluatedProduct.CreateAsync(options, paragraphs: null, withheld: [], cancellationToken);
        var examples = new List<EvidenceExample>();
        foreach (var question in QuestionLines.Read(questions).Where(question => question is { History.Count: 0, Expect: not ExpectedOutcome.Correct }))
        {
            var found = await product.Get<EvidenceSearch>()
                .FindAsync(Question.Create(question.Question), product.Get<Kernel>(), previous: null, cancellationToken);
            if (found.Evidence.Features is { } features)
            {
                examples.Add(new EvidenceExample(question.Id, features.Values(parts.Vectors, parts.Reader), question.IsAnswerable, IsOwn: true));
            }
        }

        return examples;
    }

    /// <summary>The questions of each file, asked of that file and, if no passage is about their article, of the others.</summary>
    public static async Task<(List<EvidenceExample> Examples, string? Embedder)> GatherAsync(
        SquadFile[] data, SearchParts parts, CancellationToken cancellationToken)
    {
        var examples = new List<EvidenceExample>();
        string? embedder = null;
        foreach (var file in data)
        {
            await using var whole = await TemporaryStore.CreateAsync(file, parts, settings: [], cancellationToken);
            embedder = whole.Embedder;
            await AddAsync(examples, whole, parts, file, file.Questions.Where(question => question.IsAnswerable), isAnswerable: true, cancellationToken);
            foreach (var foreign in data.Where(other => other != file))
            {
                // Withholding articles takes a separate store, and with vectors minutes for each: those questions are omitted then.
                foreach (var (withheld, questions) in ArticleOverlap.ForeignQuestions(own: file, foreign)
                    .Where(group => !parts.Vectors || group.Withheld.Count == 0))
                {
                    await using var part = withheld.Count == 0
                        ? null
                        : await TemporaryStore.CreateAsync(file, parts, settings: [], cancellationToken, without: withheld);
                    await AddAsync(
                        examples, part ?? whole, parts, foreign, questions.Select(question => question.Question), isAnswerable: false, cancellationToken);
                }
            }
        }

        return (examples, embedder);
    }

    private static async Task AddAsync(
        List<EvidenceExample> examples,
        TemporaryStore store,
        SearchParts parts,
        SquadFile source,
        IEnumerable<SquadQuestion> questions,
        bool isAnswerable,
        CancellationToken cancellationToken)
    {
        if (parts.Vectors && store.Embedder is null)
        {
            throw new AzuSenaException(
                ErrorCode.RequestInvalid, "No hay un modelo de vectores listo: instálelo con ./azusena models pull minilm, o quite --vectors.");
        }

        var misspelled = new QuestionAlteration(EvidenceCalibration.Seed);
        // The reader is surer of articles that it was trained on than of others.
        var chosen = !parts.Reader ? questions : questions
            .Where(question => !ReaderArticles.Holds(source.Paragraphs[question.Paragraph].Title))
            .Where((_, index) => index % ReaderStep == 0);
        foreach (var question in chosen)
        {
            foreach (var asked in new[] { question.Text, misspelled.Apply(question.Text, examples.Count) })
            {
                var search = await store.SearchAsync(asked, Depth, cancellationToken);
                if (search.Hits.Count > 0)
                {
                    var features = EvidenceFeatures.From(asked, search, await store.RankAsync(asked, search, cancellationToken));
                    examples.Add(new EvidenceExample(
                        source.Paragraphs[question.Paragraph].Title, features.Values(parts.Vectors, parts.Reader), isAnswerable));
                }
            }
        }
    }
}
