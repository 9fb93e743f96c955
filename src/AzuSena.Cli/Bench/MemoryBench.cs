using System.Collections;
using AzuSena.Errors;
using AzuSena.Faiss;

namespace AzuSena.Cli.Bench;

/// <summary>
/// Compares each kind of index with the same kind of another library, over the same vectors and in one run; if the library is FAISS itself, over the same saved
/// index.
/// </summary>
internal sealed class MemoryBench(MemoryBenchOptions options, Action<string> say, CancellationToken cancellationToken)
{
    private const int Dimension = MemoryBenchOptions.Dimension;
    private const int VectorSeed = 1;
    private const int QuerySeed = 2;

    // So that a query's ten nearest are among a hundred similar vectors, whatever the size.
    private const int VectorsForCluster = 100;

    private static readonly string[] ThreadPrefixes = ["OMP_", "GOMP_", "OPENBLAS_"];

    /// <summary>Runs all comparisons, with one index of each side in memory at a time.</summary>
    public MemoryReport Run()
    {
        if (!FaissLibrary.IsAvailable)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, $"FAISS no está compilado; lo hace ./azusena setup. ({FaissLibrary.WhyUnavailable})");
        }

        PeerProcess.Require();
        var rows = options.VectorCounts.SelectMany(Measure).ToList();
        return new MemoryReport(Dimension, options.QueryCount, options.Rounds, Environment.ProcessorCount, ThreadVariables(), rows);
    }

    private List<MemoryRow> Measure(int count)
    {
        var folder = Directory.CreateTempSubdirectory("azusena-bench-");
        try
        {
            say($"{count} vectores de {Dimension} dimensiones");
            var source = new ClusteredVectors(Dimension, Math.Max(1, count / VectorsForCluster));
            var data = new BenchData(folder.FullName, source.Make(VectorSeed, count), source.Make(QuerySeed, options.QueryCount));
            return [.. BenchKind.All.Where(kind => options.Kinds.Contains(kind.Name)).SelectMany(kind => Measure(kind, data))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private List<MemoryRow> Measure(BenchKind kind, BenchData data)
    {
        say($"{data.Count} · {kind.Name}: se construye");
        using var own = new OwnIndex(kind, data);
        var figures = new IndexFigures(own.BuildSeconds, own.MemoryBytes, new FileInfo(data.OwnFile).Length, data.Recall(own.Find()), 0, 0);
        return [.. kind.Peers.Select(peer => Measure(kind, own, figures, peer, data))];
    }

    private MemoryRow Measure(BenchKind kind, OwnIndex own, IndexFigures ownFigures, BenchPeer peer, BenchData data)
    {
        cancellationToken.ThrowIfCancellationRequested();
        say($"{data.Count} · {kind.Name} y {peer.Title}");
        using var other = new PeerIndex(peer, data.Count, cancellationToken);
        var buildSeconds = other.Build(data.VectorsFile, data.PeerFile);
        var searched = peer.SharesFile ? data.SharedFile : data.PeerFile;
        var memory = other.Read(searched, data.QueriesFile);
        var recall = data.Recall(other.Find());
        var single = InterleavedRounds.Run(options.Rounds, options.Turn, own.OneByOne, other.OneByOne);
        var batch = InterleavedRounds.Run(options.Rounds, options.Turn, (_, times) => own.Batches(times), (_, times) => other.Batches(times));
        return new MemoryRow(
            data.Count,
            kind.Name,
            peer.Title,
            peer.SharesFile,
            ownFigures with { QueriesPerSecond = single.Own, BatchQueriesPerSecond = batch.Own * options.QueryCount },
            new IndexFigures(buildSeconds, memory, new FileInfo(searched).Length, recall, single.Peer, batch.Peer * options.QueryCount),
            single.Ratios,
            batch.Ratios);
    }

    private static Dictionary<string, string> ThreadVariables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!))
            .Where(pair => ThreadPrefixes.Any(prefix => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
            .ToDictionary();
}
