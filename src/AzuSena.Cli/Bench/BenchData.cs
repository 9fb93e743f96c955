using AzuSena.Faiss;

namespace AzuSena.Cli.Bench;

/// <summary>The vectors and queries of one size, also as files for the peers, with the true nearest neighbours of the queries.</summary>
internal sealed class BenchData
{
    private const int Dimension = MemoryBenchOptions.Dimension;
    private const int K = MemoryBenchOptions.K;

    private readonly string _folder;
    private readonly HashSet<long>[] _nearest;

    /// <summary>Writes <c>float[n, dim]</c> and <c>float[m, dim]</c> to a folder.</summary>
    public BenchData(string folder, float[] vectors, float[] queries)
    {
        (_folder, Vectors, Queries) = (folder, vectors, queries);
        NumpyFile.Write(VectorsFile, vectors, Dimension);
        NumpyFile.Write(QueriesFile, queries, Dimension);
        using var exact = new ExactIndex(Dimension, Metric.InnerProduct);
        exact.Add([.. Enumerable.Range(0, Count)], vectors);
        _nearest = Array.ConvertAll(exact.SearchMany(queries, K), matches => matches.Select(match => match.Id).ToHashSet());
    }

    public float[] Vectors { get; }

    public float[] Queries { get; }

    public int Count => Vectors.Length / Dimension;

    public string VectorsFile => Path.Combine(_folder, "vectors.npy");

    public string QueriesFile => Path.Combine(_folder, "queries.npy");

    /// <summary>AzuSENA's saved index.</summary>
    public string OwnFile => Path.Combine(_folder, "own.index");

    /// <summary>AzuSENA's index in FAISS's format.</summary>
    public string SharedFile => Path.Combine(_folder, "shared.faiss");

    /// <summary>The index that a peer built.</summary>
    public string PeerFile => Path.Combine(_folder, "peer.index");

    /// <summary>The share of the true nearest neighbours that was found.</summary>
    public double Recall(long[][] found) =>
        found.Zip(_nearest).Average(pair => pair.First.Distinct().Count(pair.Second.Contains) / (double)pair.Second.Count);
}
