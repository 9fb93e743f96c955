namespace AzuSena.Cli.Bench;

/// <summary>What <c>azusena bench memory</c> measures.</summary>
/// <param name="VectorCounts">The sizes of index, one after the other.</param>
/// <param name="QueryCount">Queries in a batch, and those that recall is taken over.</param>
/// <param name="Rounds">How often the two sides take turns.</param>
/// <param name="Turn">Work of one side before the other has its turn.</param>
/// <param name="Kinds">The kinds of index.</param>
internal sealed record MemoryBenchOptions(IReadOnlyList<int> VectorCounts, int QueryCount, int Rounds, TimeSpan Turn, IReadOnlyList<string> Kinds)
{
    /// <summary>Components of a vector, as the small embedding models give.</summary>
    public const int Dimension = 384;

    /// <summary>Neighbours asked for.</summary>
    public const int K = 10;

    /// <summary>Fewer vectors than this are not worth an index, and the peers' approximate kinds refuse them.</summary>
    public const int FewestVectors = 100;
}
