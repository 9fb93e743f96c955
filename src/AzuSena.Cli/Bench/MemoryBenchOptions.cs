namespace AzuSena.Cli.Bench;

/// <summary>The options of <c>azusena bench memory</c>.</summary>
/// <param name="VectorCounts">The sizes of index, measured one after the other.</param>
/// <param name="QueryCount">Queries in a batch, and for the recall.</param>
/// <param name="Rounds">The number of rounds of the two sides.</param>
/// <param name="Turn">The duration of one side's turn.</param>
/// <param name="Kinds">The kinds of index.</param>
internal sealed record MemoryBenchOptions(IReadOnlyList<int> VectorCounts, int QueryCount, int Rounds, TimeSpan Turn, IReadOnlyList<string> Kinds)
{
    /// <summary>Components of a vector, as in small embedding models.</summary>
    public const int Dimension = 384;

    /// <summary>Neighbours per query.</summary>
    public const int K = 10;

    /// <summary>Fewer vectors than this do not justify an index, and the peers' approximate kinds refuse them.</summary>
    public const int FewestVectors = 100;
}
