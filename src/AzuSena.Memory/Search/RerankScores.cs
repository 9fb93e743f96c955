namespace AzuSena.Memory.Search;

/// <summary>What the rerank gave each candidate, part by part, in the candidates' order. The parts are BM25 scores before their weights.</summary>
/// <param name="Total">The score by words, 0 to 1.</param>
/// <param name="Pairs">By the question's word pairs; empty where nothing was ordered anew, as the others then are.</param>
/// <param name="Sentences">By the best single sentence.</param>
/// <param name="Places">By title and headings.</param>
/// <param name="Grams">By character 4-grams.</param>
public sealed record RerankScores(double[] Total, double[] Pairs, double[] Sentences, double[] Places, double[] Grams)
{
    /// <summary>Scores that no rerank gave.</summary>
    public static RerankScores Of(double[] total) => new(total, [], [], [], []);
}
