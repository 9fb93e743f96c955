namespace AzuSena.Cli.Bench;

/// <summary>The figures of one run of <c>azusena bench memory</c>.</summary>
/// <param name="Dimension">Components of a vector.</param>
/// <param name="Queries">Queries in a batch, and those that recall is taken over.</param>
/// <param name="Rounds">How often the two sides took turns.</param>
/// <param name="Processors">Processors that batches and building may use.</param>
/// <param name="Environment">The variables that steer OpenMP and OpenBLAS, the same for both sides.</param>
/// <param name="Rows">An entry for each size and pair.</param>
public sealed record MemoryReport(
    int Dimension,
    int Queries,
    int Rounds,
    int Processors,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<MemoryRow> Rows);

/// <summary>One of our kinds beside one of another library.</summary>
/// <param name="Vectors">How many vectors both hold.</param>
/// <param name="Kind">Our kind.</param>
/// <param name="Peer">The other library and its kind.</param>
/// <param name="SameFile">Whether the peer searched the very bytes that our index was saved as.</param>
/// <param name="Own">Our figures.</param>
/// <param name="PeerFigures">The peer's.</param>
/// <param name="OneByOne">Our queries a second over the peer's, one query a call on one thread.</param>
/// <param name="Batch">The same for all queries in one call on every processor.</param>
public sealed record MemoryRow(
    int Vectors,
    string Kind,
    string Peer,
    bool SameFile,
    IndexFigures Own,
    IndexFigures PeerFigures,
    RoundRatios OneByOne,
    RoundRatios Batch);

/// <summary>What one index costs and gives.</summary>
/// <param name="BuildSeconds">Time from the vectors to an index that is ready, with every processor.</param>
/// <param name="MemoryBytes">Ours as the index counts it; a peer's as its process grew when it read the file.</param>
/// <param name="FileBytes">Length of the saved index.</param>
/// <param name="RecallAt10">Share of the ten nearest, found by comparing every vector, that it finds.</param>
/// <param name="QueriesPerSecond">Median of the rounds, one query a call on one thread.</param>
/// <param name="BatchQueriesPerSecond">Median of the rounds, all queries in one call.</param>
public sealed record IndexFigures(
    double BuildSeconds,
    long MemoryBytes,
    long FileBytes,
    double RecallAt10,
    double QueriesPerSecond,
    double BatchQueriesPerSecond);

/// <summary>Our speed over the peer's, round by round, so that noise which lasts longer than a round touches both.</summary>
/// <param name="Median">The figure to quote.</param>
/// <param name="LowerQuartile">A quarter of the rounds were below.</param>
/// <param name="UpperQuartile">A quarter of the rounds were above.</param>
public sealed record RoundRatios(double Median, double LowerQuartile, double UpperQuartile);
