using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// FAISS's <c>IndexIVFFlat</c>: whole vectors sorted into lists by their nearest centre, of which a query reads some. Approximate; quicker
/// to build than <see cref="IndexHnsw"/>, and it really removes.
/// </summary>
/// <remarks>Until <see cref="IvfOptions.TrainingSize"/> vectors have come every search is exact; then the centres are learnt from them, once.</remarks>
public sealed class IndexIvfFlat : VectorIndex
{
    private const string KindName = "ivf-flat";

    private IvfOptions _options;

    /// <summary>Makes an empty index.</summary>
    public IndexIvfFlat(int dimension, Metric metric, IvfOptions? options = null)
        : base(dimension, metric, () => new ContiguousStorage(dimension, metric))
    {
        FaissLibrary.Require();
        _options = options ?? new IvfOptions();
    }

    private IndexIvfFlat(IndexReader file)
        : base(file, SlotReuse.Refill)
    {
        FaissLibrary.Require();
        _options = IvfOptions.From(file.Header.Parameters);
    }

    /// <inheritdoc/>
    public override string Kind => KindName;

    /// <summary>Lists that a query reads; set for the whole index.</summary>
    public int Probes
    {
        get => _options.Probes;
        set
        {
            var options = _options with { Probes = value };
            Tune(faiss =>
            {
                faiss?.SetEffort(value);
                _options = options;
            });
        }
    }

    private protected override int[] Parameters => _options.ToParameters();

    /// <summary>Reads a file that <see cref="VectorIndex.Save"/> wrote.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or another index than the one asked for.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IndexIvfFlat Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexIvfFlat(file);
    }

    private protected override IVectorStorage? Train(ReadOnlySpan<float> vectors) =>
        vectors.Length / Dimension < _options.TrainingSize ? null : FaissStorage.IvfFlat(Dimension, Metric, _options, vectors);
}
