using AzuSena.Answering.Evidence;
using AzuSena.Answering.Ranking;
using AzuSena.Errors;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Squad;

namespace AzuSena.Evaluation.Calibration;

/// <summary>A question with its features, and whether the searched documents answer it.</summary>
internal sealed record EvidenceExample(string Article, double[] Features, bool IsAnswerable);

/// <summary>Gathers the examples that the evidence model is fitted on. Each question is asked unchanged and with one typing error of a fixed seed.</summary>
internal static class EvidenceExamples
{
    private const int Depth = 5;

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
