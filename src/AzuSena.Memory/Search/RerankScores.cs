namespace AzuSena.Memory.Search;

/// <summary>The scores that the rerank gave each candidate, by feature, in the candidates' order. They are BM25 scores before weighting.</summary>
/// <param name="Total">The score by words, 0 to 1.</param>
/// <param name="Pairs">By the question's word pairs; empty if there was no rerank, as the others then are.</param>
/// <param name="Sentences">By the best single sentence.</param>
/// <param name="Places">By title and headings.</param>
/// <param name="Listed">By the most similar of the questions listed for it.</param>
/// <param name="Grams">By character 4-grams.</param>
public sealed record RerankScores(double[] Total, double[] Pairs, double[] Sentences, double[] Places, double[] Listed, double[] Grams)
{
    /// <summary>Scores without a rerank.</summary>
    public static RerankScores Of(double[] total) => new(total, [], [], [], [], []);
}
