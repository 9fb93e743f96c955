using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;

namespace AzuSena.Faiss;

/// <summary>Base of the HNSW kinds: the effort of a search.</summary>
public abstract class HnswIndex : VectorIndex
{
    private protected HnswIndex(int dimension, Metric metric, HnswOptions? options, Func<HnswOptions, IVectorStorage> storage)
        : base(dimension, metric, () => storage(options ?? new HnswOptions())) => Options = options ?? new HnswOptions();

    private protected HnswIndex(IndexReader file)
        : base(file, SlotReuse.Never) => Options = HnswOptions.From(file.Header.Parameters);

    /// <summary>Candidates considered for each query; set for the whole index, because FAISS 1.7.3 has no beam per search.</summary>
    public int EfSearch
    {
        get => Options.EfSearch;
        set
        {
            var options = Options with { EfSearch = value };
            Tune(faiss =>
            {
                faiss?.SetEffort(value);
                Options = options;
            });
        }
    }

    private protected HnswOptions Options { get; private set; }
}
