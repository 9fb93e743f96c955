using AzuSena.Faiss;

namespace AzuSena.Cli.Bench;

/// <summary>Our side of a pair.</summary>
internal sealed class OwnIndex : IDisposable
{
    private const int Dimension = MemoryBenchOptions.Dimension;
    private const int K = MemoryBenchOptions.K;

    private readonly float[] _queries;
    private readonly VectorIndex _index;

    /// <summary>Builds an index over <c>float[n, dim]</c> whose ids are 0, 1, 2, …</summary>
    public OwnIndex(BenchKind kind, float[] vectors, float[] queries)
    {
        _queries = queries;
        _index = kind.Create(vectors.Length / Dimension);
        long[] ids = [.. Enumerable.Range(0, vectors.Length / Dimension)];
        BuildSeconds = Seconds(() => _index.Add(ids, vectors));
    }

    /// <summary>Time that building took.</summary>
    public double BuildSeconds { get; }

    /// <summary>What the index says of its memory.</summary>
    public long MemoryBytes => _index.MemoryBytes;

    /// <summary>Writes the index to a file.</summary>
    /// <returns>The file's length.</returns>
    public long Save(string path)
    {
        _index.Save(path);
        return new FileInfo(path).Length;
    }

    /// <summary>Writes the part that is FAISS's, for a peer to read.</summary>
    public void ExportFaiss(string path) => _index.ExportFaiss(path);

    /// <summary>The ids found for each query.</summary>
    public long[][] Find() => Array.ConvertAll(_index.SearchMany(_queries, K), matches => Array.ConvertAll(matches, match => match.Id));

    /// <summary>Searches count queries from the first on, round and round, one a call.</summary>
    /// <returns>The seconds taken.</returns>
    public double OneByOne(int first, int count) => Seconds(() =>
    {
        var queries = _queries.Length / Dimension;
        for (var i = 0; i < count; i++)
        {
            _index.Search(_queries.AsSpan((first + i) % queries * Dimension, Dimension), K);
        }
    });

    /// <summary>Searches all queries in one call, count times.</summary>
    /// <returns>The seconds taken.</returns>
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
