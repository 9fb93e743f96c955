namespace AzuSena.Memory.Search;

/// <summary>
/// The BM25 weighting (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with the
/// constants that SQLite's FTS5 has built in.
/// </summary>
internal static class Bm25
{
    public const double K1 = 1.2;
    public const double B = 0.75;

    /// <summary>The inverse document frequency of a term that occurs in <paramref name="count"/> of <paramref name="total"/>; never negative.</summary>
    public static double Idf(int total, int count) => Math.Log(1 + ((total - count + 0.5) / (count + 0.5)));

    /// <summary>The contribution of one term to a score.</summary>
    public static double Weight(double idf, int frequency, double length, double averageLength) =>
        frequency == 0 ? 0 : idf * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * length / averageLength))));

    /// <summary>Adds to <paramref name="frequencies"/> how often each of the question's terms occurs in a text.</summary>
    public static void Count(ReadOnlySpan<int> text, Span<int> frequencies)
    {
        foreach (var term in text)
        {
            if (term != PassageTerms.Other)
            {
                frequencies[term]++;
            }
        }
    }

    /// <summary>The score of a text over all of the question's terms.</summary>
    public static double Score(IReadOnlyList<QuestionTerm> question, ReadOnlySpan<int> frequencies, double length, double averageLength)
    {
        var score = 0.0;
        for (var i = 0; i < frequencies.Length; i++)
        {
            score += Weight(question[i].Idf, frequencies[i], length, averageLength);
        }

        return score;
    }
}
