using AzuSena.Faiss;

namespace AzuSena.Cli.Bench;

/// <summary>AzuSENA's side of a pair.</summary>
internal sealed class OwnIndex : IDisposable
{
    private const int Dimension = MemoryBenchOptions.Dimension;
    private const int K = MemoryBenchOptions.K;

    private readonly float[] _queries;
    private readonly VectorIndex _index;

    /// <summary>Builds an index over the data, whose ids are 0, 1, 2, …, saves it, and continues with the saved one, as the peers do.</summary>
    public OwnIndex(BenchKind kind, BenchData data)
    {
        _queries = data.Queries;
        using (var built = kind.Create(data.Count))
        {
            long[] ids = [.. Enumerable.Range(0, data.Count)];
            BuildSeconds = Seconds(() => built.Add(ids, data.Vectors));
            built.Save(data.OwnFile);
            if (kind.Peers.Any(peer => peer.SharesFile))
            {
                built.ExportFaiss(data.SharedFile);
            }
        }

        _index = kind.Load(data.OwnFile);
    }

    /// <summary>The seconds that building took.</summary>
    public double BuildSeconds { get; }

    /// <summary>The index's own estimate of its memory.</summary>
    public long MemoryBytes => _index.MemoryBytes;

    /// <summary>The ids found for each query.</summary>
    public long[][] Find() => Array.ConvertAll(_index.SearchMany(_queries, K), matches => Array.ConvertAll(matches, match => match.Id));

    /// <summary>Searches count queries from the first on, cyclically, one per call.</summary>
    /// <returns>The seconds that it took.</returns>
    public double OneByOne(int first, int count) => Seconds(() =>
    {
        var queries = _queries.Length / Dimension;
        for (var i = 0; i < count; i++)
        {
            _index.Search(_queries.AsSpan((first + i) % queries * Dimension, Dimension), K);
        }
    });

    /// <summary>Searches all queries in one call, count times.</summary>
    /// <returns>The seconds that it took.</returns>
    public double Batches(int count) => Seconds(() =>
    {
        for (var i = 0; i < count; i++)
        {
            _index.SearchMany(_queries, K);
        }
    });

    public void Dispose() => _index.Dispose();

    private static double Seconds(Action work)
    {
        var start = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
