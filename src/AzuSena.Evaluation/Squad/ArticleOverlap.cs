using AzuSena.Spanish;

namespace AzuSena.Evaluation.Squad;

/// <summary>
/// Finds the articles that two data sets share, so that a question about one of them can be asked while that article is withheld. Data sets of the SQuAD family
/// use the same articles under other titles and in other translations, so the vocabulary identifies them: the cosine of two articles' tf-idf vectors is above
/// 0.3 for the same article and below 0.13 for others (XQuAD-es against SQuAD-es v2).
/// </summary>
internal static class ArticleOverlap
{
    private const double MinCosine = 0.2;

    private static readonly IEqualityComparer<string[]> TitlesComparer = EqualityComparer<string[]>.Create(
        (a, b) => a.AsSpan().SequenceEqual(b),
        titles => titles.Aggregate(0, (hash, title) => HashCode.Combine(hash, title)));

    /// <summary>
    /// The answerable questions of <paramref name="foreign"/> with their position in the file, grouped by the articles of <paramref name="own"/> that must be
    /// withheld so that no passage is about theirs; for most of them none.
    /// </summary>
    public static IEnumerable<(IReadOnlyList<string> Withheld, IReadOnlyList<(int Index, SquadQuestion Question)> Questions)> ForeignQuestions(
        SquadFile own, SquadFile foreign)
    {
        var same = SameArticles(own, foreign);
        return foreign.Questions.Index()
            .Where(question => question.Item.IsAnswerable)
            .GroupBy(question => same[foreign.Paragraphs[question.Item.Paragraph].Title].ToArray(), TitlesComparer)
            .Select(group => ((IReadOnlyList<string>)group.Key, (IReadOnlyList<(int, SquadQuestion)>)[.. group]));
    }

    /// <summary>Maps each title in <paramref name="foreign"/> to the titles in <paramref name="own"/> that are the same article; most have none.</summary>
    private static ILookup<string, string> SameArticles(SquadFile own, SquadFile foreign)
    {
        var ownWords = CountWords(own);
        var foreignWords = CountWords(foreign);
        var all = ownWords.Values.Concat(foreignWords.Values).ToArray();
        var spread = all.SelectMany(words => words.Keys).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var ownVectors = ownWords.ToDictionary(article => article.Key, article => Vector(article.Value, spread, all.Length), StringComparer.Ordinal);
        return foreignWords
            .SelectMany(article =>
            {
                var vector = Vector(article.Value, spread, all.Length);
                return ownVectors.Where(other => Cosine(vector, other.Value) >= MinCosine).Select(other => (Foreign: article.Key, Own: other.Key));
            })
            .ToLookup(pair => pair.Foreign, pair => pair.Own, StringComparer.Ordinal);
    }

    private static Dictionary<string, Dictionary<string, int>> CountWords(SquadFile file) => file.Paragraphs
        .GroupBy(paragraph => paragraph.Title, StringComparer.Ordinal)
        .ToDictionary(
            article => article.Key,
            article => article
                .SelectMany(paragraph => SpanishAnalyzer.Stem(paragraph.Text))
                .CountBy(stem => stem, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal);

    private static Dictionary<string, double> Vector(Dictionary<string, int> words, Dictionary<string, int> spread, int articles)
    {
        var weights = words.ToDictionary(
            word => word.Key, word => (1 + Math.Log(word.Value)) * Math.Log((double)articles / spread[word.Key]), StringComparer.Ordinal);
        var length = Math.Max(Math.Sqrt(weights.Values.Sum(weight => weight * weight)), double.Epsilon);
        return weights.ToDictionary(word => word.Key, word => word.Value / length, StringComparer.Ordinal);
    }

    private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b) => a.Sum(word => word.Value * b.GetValueOrDefault(word.Key));
}
