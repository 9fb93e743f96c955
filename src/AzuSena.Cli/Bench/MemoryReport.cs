namespace AzuSena.Cli.Bench;

/// <summary>The figures of one run of <c>azusena bench memory</c>.</summary>
/// <param name="Dimension">Components of a vector.</param>
/// <param name="Queries">Queries in a batch, and for the recall.</param>
/// <param name="Rounds">The number of rounds of the two sides.</param>
/// <param name="Processors">Processors that batches and building may use.</param>
/// <param name="Environment">The variables that control OpenMP and OpenBLAS, the same for both sides.</param>
/// <param name="Rows">One row for each size and pair.</param>
public sealed record MemoryReport(
    int Dimension,
    int Queries,
    int Rounds,
    int Processors,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<MemoryRow> Rows);

/// <summary>One of AzuSENA's kinds compared with one of another library.</summary>
/// <param name="Vectors">How many vectors both hold.</param>
/// <param name="Kind">AzuSENA's kind.</param>
/// <param name="Peer">The other library and its kind.</param>
/// <param name="SameFile">Whether the peer searched the same file that AzuSENA's index was saved to.</param>
/// <param name="Own">AzuSENA's figures.</param>
/// <param name="PeerFigures">The peer's figures.</param>
/// <param name="OneByOne">AzuSENA's queries per second divided by the peer's, one query per call on one thread.</param>
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

/// <summary>The cost and performance of one index.</summary>
/// <param name="BuildSeconds">Time from the vectors to an index that is ready, using every processor.</param>
/// <param name="MemoryBytes">AzuSENA's as the index counts it; a peer's as the growth of its process when it read the file.</param>
/// <param name="FileBytes">Length of the saved index.</param>
/// <param name="RecallAt10">The recall: the share found of the ten nearest, which are determined by comparing every vector.</param>
/// <param name="QueriesPerSecond">Median of the rounds, one query per call on one thread.</param>
/// <param name="BatchQueriesPerSecond">Median of the rounds, all queries in one call.</param>
public sealed record IndexFigures(
    double BuildSeconds,
    long MemoryBytes,
    long FileBytes,
    double RecallAt10,
    double QueriesPerSecond,
    double BatchQueriesPerSecond);

/// <summary>AzuSENA's speed divided by the peer's, per round, so that noise which lasts longer than a round affects both.</summary>
/// <param name="Median">The figure to quote.</param>
/// <param name="LowerQuartile">A quarter of the rounds were below.</param>
/// <param name="UpperQuartile">A quarter of the rounds were above.</param>
public sealed record RoundRatios(double Median, double LowerQuartile, double UpperQuartile);
