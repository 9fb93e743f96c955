using AzuSena.Memory.Vectors;

namespace AzuSena.Memory.Search;

/// <summary>
/// How a search came to its result: what each candidate was given at each stage. It holds on to what the search computed anyway and to no text; the public
/// ids are read with the rest, since a later state of the store may not hold the passages any more. A trace makes something readable of it.
/// </summary>
/// <param name="State">The state of the store that was searched.</param>
/// <param name="Keys">The store's keys of the candidates, in the order of every list here.</param>
/// <param name="Bm25">Their BM25 scores over the question's terms.</param>
/// <param name="ByWords">How many of them the words found; the vectors alone found the rest.</param>
/// <param name="Words">What the rerank gave them.</param>
/// <param name="Cosines">The cosines of their vectors and the question's.</param>
/// <param name="Fused">The final scores.</param>
/// <param name="Vectors">The vectors that were searched too, if any.</param>
/// <param name="MinScore">What a passage needs at least to be found.</param>
/// <param name="Beyond">Keys and BM25 scores of those that the words found and that were no candidates any more.</param>
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

/// <summary>The index of vectors that was searched, as it was then.</summary>
/// <param name="Weight">The share of the vectors in the score.</param>
/// <param name="Kind">The kind of index.</param>
/// <param name="Count">How many vectors it held.</param>
/// <param name="State">The state of the store that it was in line with.</param>
public sealed record SearchedVectors(double Weight, string Kind, int Count, StoreState State)
{
    public static SearchedVectors Of(ServedVectors served) => new(served.Embedder.Weight, served.Index.Kind, served.Index.Count, served.State);
}
