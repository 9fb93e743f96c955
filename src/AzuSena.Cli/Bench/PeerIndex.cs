using System.Text.Json.Nodes;

namespace AzuSena.Cli.Bench;

/// <summary>The peer's side of a pair, in its own process.</summary>
internal sealed class PeerIndex(BenchPeer peer, int vectorCount, CancellationToken cancellationToken) : IDisposable
{
    private const int K = MemoryBenchOptions.K;

    private readonly PeerProcess _process = PeerProcess.Start(peer.Library, cancellationToken);

    /// <summary>Builds an index over the vectors of a <c>.npy</c> file and writes it to another.</summary>
    /// <returns>The seconds that building took.</returns>
    public double Build(string vectors, string path) =>
        Seconds("build", new JsonObject(Parameters()) { ["vectors"] = vectors, ["kind"] = peer.Kind, ["path"] = path });

    /// <summary>Reads the index to search from now on.</summary>
    /// <returns>The memory that it uses.</returns>
    public long Read(string path, string queries) =>
        _process.Ask("read", new JsonObject(Parameters()) { ["path"] = path, ["queries"] = queries }).GetProperty("bytes").GetInt64();

    /// <summary>The ids found for each query.</summary>
    public long[][] Find() =>
        [.. _process.Ask("find", new JsonObject { ["k"] = K })
            .GetProperty("found")
            .EnumerateArray()
            .Select(ids => ids.EnumerateArray().Select(id => id.GetInt64()).ToArray())];

    /// <summary>Searches count queries from the first on, cyclically, one per call.</summary>
    /// <returns>The seconds that it took.</returns>
    public double OneByOne(int first, int count) => Seconds("one_by_one", new JsonObject { ["first"] = first, ["count"] = count, ["k"] = K });

    /// <summary>Searches all queries in one call, count times.</summary>
    /// <returns>The seconds that it took.</returns>
    public double Batches(int count) => Seconds("batches", new JsonObject { ["count"] = count, ["k"] = K });

    public void Dispose() => _process.Dispose();

    private IEnumerable<KeyValuePair<string, JsonNode?>> Parameters() =>
        BenchKind.Parameters(vectorCount).Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value));

    private double Seconds(string what, JsonObject arguments) => _process.Ask(what, arguments).GetProperty("seconds").GetDouble();
}
