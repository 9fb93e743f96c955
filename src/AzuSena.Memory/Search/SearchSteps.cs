using AzuSena.Memory.Vectors;

namespace AzuSena.Memory.Search;

/// <summary>
/// The steps of a search: the scores of each candidate at each stage. Holds references to values computed by the search and no text; the public ids are read at
/// the same time, as a later state of the store may not hold the passages. A trace presents them in readable form.
/// </summary>
/// <param name="State">The state of the store that was searched.</param>
/// <param name="Keys">The store's keys of the candidates, in the order of every list here.</param>
/// <param name="Bm25">Their BM25 scores over the question's terms.</param>
/// <param name="ByWords">How many of them the words found; the rest was found by vectors only.</param>
/// <param name="Words">The scores of the rerank.</param>
/// <param name="Cosines">The cosines of their vectors and the question's.</param>
/// <param name="Fused">The final scores.</param>
/// <param name="Vectors">The vectors that were searched too, if any.</param>
/// <param name="MinScore">The minimum score of a result.</param>
/// <param name="Beyond">Keys and BM25 scores of passages that the words found and that are not candidates.</param>
/// <param name="Ids">The public ids of all of them, by key.</param>
public sealed record SearchSteps(
    StoreState State,
    long[] Keys,
    double[] Bm25,
    int ByWords,
    RerankScores Words,
    double?[] Cosines,
    double[] Fused,
    SearchedVectors? Vectors,
    double MinScore,
    (long Key, double Bm25)[] Beyond,
    IReadOnlyDictionary<long, string> Ids);

/// <summary>The vector index that was searched, as it was at that time.</summary>
/// <param name="Weight">The share of the vectors in the score.</param>
/// <param name="Kind">The kind of index.</param>
/// <param name="Count">The number of vectors.</param>
/// <param name="State">The state of the store that it matched.</param>
public sealed record SearchedVectors(double Weight, string Kind, int Count, StoreState State)
{
    public static SearchedVectors Of(ServedVectors served) => new(served.Embedder.Weight, served.Index.Kind, served.Index.Count, served.State);
}
