using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>
/// FAISS's <c>IndexIVFFlat</c>: uncompressed vectors sorted into lists by their nearest centre; a query reads some of the lists. Approximate; faster to build
/// than <see cref="IndexHnsw"/>, and removed vectors are really deleted.
/// </summary>
/// <remarks>Until <see cref="IvfOptions.TrainingSize"/> vectors have been added every search is exact; then the centres are learnt from them, once.</remarks>
public sealed class IndexIvfFlat : VectorIndex
{
    private const string KindName = "ivf-flat";

    private IvfOptions _options;

    /// <summary>Creates an empty index.</summary>
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

    /// <summary>Reads a file written by <see cref="VectorIndex.Save"/>.</summary>
    /// <exception cref="VectorIndexException">The file is damaged, or holds an index other than the one requested.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static IndexIvfFlat Load(string path, int dimension, Metric metric)
    {
        using var file = IndexReader.Open(path, KindName, dimension, metric);
        return new IndexIvfFlat(file);
    }

    private protected override IVectorStorage? Train(ReadOnlySpan<float> vectors) =>
        vectors.Length / Dimension < _options.TrainingSize ? null : FaissStorage.IvfFlat(Dimension, Metric, _options, vectors);
}
