using AzuSena.Memory.Vectors;

namespace AzuSena.Memory.Search;

/// <summary>
/// How a search came to its result: what each candidate was given at each stage. It holds on to what the search computed anyway and to no text; the public
/// ids are read with the rest, since a later state of the store may not hold the passages any more. A trace makes something readable of it.
/// </summary>
/// <param name="Identity">The database that was searched, which its generation is counted in.</param>
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
internal sealed record SearchSteps(
    string Identity,
    long[] Keys,
    double[] Bm25,
    int ByWords,
    RerankScores Words,
    double?[] Cosines,
    double[] Fused,
    ServedVectors? Vectors,
    double MinScore,
    (long Key, double Bm25)[] Beyond,
    IReadOnlyDictionary<long, string> Ids);
