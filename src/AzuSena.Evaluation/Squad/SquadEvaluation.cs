using System.Diagnostics;
using AzuSena.Answering;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Ranking;
using AzuSena.Evaluation.Questions;

namespace AzuSena.Evaluation.Squad;

/// <summary>Measures retrieval, sentence choice and abstention on a SQuAD-format file through the product's own code.</summary>
public static class SquadEvaluation
{
    private const int Depth = 10;
    private const int MostSentences = 6;

    /// <summary>The file without the questions about articles that the reader was trained on; all paragraphs stay.</summary>
    public static SquadFile HeldOut(SquadFile file) => ReaderArticles.WithoutTrained(file);

    /// <summary>
    /// Indexes the file's paragraphs in a temporary store and asks its questions, and those of <paramref name="foreign"/>, as far as
    /// <paramref name="figures"/> want them.
    /// </summary>
    public static async Task<SquadReport> RunAsync(
        SquadFile file,
        SquadFile? foreign,
        QuestionAlteration alteration,
        SearchParts parts,
        SquadFigures figures,
        CancellationToken cancellationToken,
        params (string, string)[] settings)
    {
        if (figures is SquadFigures.Retrieval)
        {
            // Nothing is quoted, so no sentence needs a vector.
            settings = [.. settings, ("Vectors:QuotesUpTo", "0")];
        }

        await using var store = await TemporaryStore.CreateAsync(file, parts, settings, cancellationToken);
        var (withQuotes, withAbstention) = (figures.HasFlag(SquadFigures.Quotes), figures.HasFlag(SquadFigures.Abstention));
        var outcomes = new List<SquadAnswer>();
        foreach (var (index, question) in file.Questions.Index().Where(question => withAbstention || question.Item.IsAnswerable))
        {
            outcomes.Add(await AskAsync(store, question, alteration.Apply(question.Text, index), figures, cancellationToken));
        }

        var answerable = outcomes.Where(outcome => outcome.Question.IsAnswerable).ToArray();
        var positives = answerable.Select(outcome => outcome.Confidence).ToArray();
        var abstention = new List<AbstentionFigures>();
        if (outcomes.Count > answerable.Length)
        {
            var adversarial = outcomes.Where(outcome => !outcome.Question.IsAnswerable).Select(outcome => outcome.Confidence).ToArray();
            abstention.Add(Compare("adversarial", positives, adversarial));
        }

        if (foreign is not null && withAbstention)
        {
            var negatives = await ForeignAsync(file, foreign, alteration, parts, settings, cancellationToken);
            abstention.Add(Compare("foreign", positives, negatives));
        }

        double GoldIn(int sentences) => withQuotes ? Share(outcome => outcome.SentencesToGold <= sentences) : double.NaN;
        double Share(Func<SquadAnswer, bool> holds) => Mean(outcome => holds(outcome) ? 1 : 0);
        double Mean(Func<SquadAnswer, double> value) => answerable.Select(value).DefaultIfEmpty(0).Average();
        return new SquadReport(
            store.Embedder,
            file.Paragraphs.Count,
            answerable.Length,
            Mean(outcome => Metrics.Ndcg(outcome.Rank)),
            Share(outcome => outcome.Rank == 1),
            Share(outcome => outcome.Rank <= 5),
            Mean(outcome => Metrics.ReciprocalRank(outcome.Rank)),
            GoldIn(1),
            GoldIn(2),
            GoldIn(3),
            abstention,
            store.HasReader,
            figures is SquadFigures.Retrieval ? double.NaN : Mean(outcome => outcome.Ranking.TotalMilliseconds));
    }

    // Each question of the other file, asked while no passage is about its article.
    private static async Task<List<double>> ForeignAsync(
        SquadFile file,
        SquadFile foreign,
        QuestionAlteration alteration,
        SearchParts parts,
        (string, string)[] settings,
        CancellationToken cancellationToken)
    {
        var confidences = new List<double>();
        foreach (var (withheld, questions) in ArticleOverlap.ForeignQuestions(own: file, foreign))
        {
            await using var store = await TemporaryStore.CreateAsync(file, parts, settings, cancellationToken, without: withheld);
            foreach (var (index, question) in questions)
            {
                var asked = alteration.Apply(question.Text, index);
                confidences.Add((await AskAsync(store, question, asked, SquadFigures.Abstention, cancellationToken)).Confidence);
            }
        }

        return confidences;
    }

    private static async Task<SquadAnswer> AskAsync(
        TemporaryStore store, SquadQuestion question, string asked, SquadFigures figures, CancellationToken cancellationToken)
    {
        var search = await store.SearchAsync(asked, Depth, cancellationToken);
        var rank = search.Hits
            .Index()
            .Where(hit => hit.Item.Passage.Document.Path == ParagraphStore.PathOf(question.Paragraph))
            .Select(hit => (int?)hit.Index + 1)
            .FirstOrDefault();
        if (figures is SquadFigures.Retrieval)
        {
            return new SquadAnswer(question, rank, SentencesToGold: null, double.NaN, TimeSpan.Zero);
        }

        var started = Stopwatch.GetTimestamp();
        var quotes = await store.RankAsync(asked, search, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        var sentences = figures.HasFlag(SquadFigures.Quotes) ? SentencesToGold(question, quotes) : null;
        return new SquadAnswer(question, rank, sentences, EvidenceModel.Weigh(asked, search, quotes).Confidence, took);
    }

    // An answer may cross the end of a sentence, so the chosen ones are checked together.
    private static int? SentencesToGold(SquadQuestion question, IReadOnlyList<RankedQuote> quotes)
    {
        var sentences = quotes.Take(MostSentences).Select(quote => quote.Text).ToList();
        return Enumerable.Range(1, sentences.Count)
            .Where(count => question.Answers.Any(answer => string.Join(' ', sentences.Take(count)).Contains(answer, StringComparison.OrdinalIgnoreCase)))
            .Select(count => (int?)count)
            .FirstOrDefault();
    }

    private static AbstentionFigures Compare(string negativeKind, double[] positives, IReadOnlyCollection<double> negatives)
    {
        var threshold = new AnsweringOptions().AbstainBelow;
        return new AbstentionFigures(
            negativeKind,
            negatives.Count,
            Metrics.Auc(positives, negatives),
            threshold,
            positives.Count(confidence => confidence < threshold) / (double)positives.Length,
            negatives.Count(confidence => confidence < threshold) / (double)negatives.Count);
    }

    private sealed record SquadAnswer(SquadQuestion Question, int? Rank, int? SentencesToGold, double Confidence, TimeSpan Ranking);
}
