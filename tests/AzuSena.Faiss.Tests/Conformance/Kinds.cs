namespace AzuSena.Faiss.Tests.Conformance;

public sealed class ExactIndexTests : VectorIndexConformance
{
    protected override string Kind => "exact";

    protected override bool IsExact => true;

    protected override double MinimumRecall => 0.999;

    protected override VectorIndex Create(int dimension, Metric metric) => new ExactIndex(dimension, metric);

    protected override VectorIndex CreateDefault(int dimension, Metric metric) => new ExactIndex(dimension, metric);

    protected override VectorIndex Load(string path, int dimension, Metric metric) => ExactIndex.Load(path, dimension, metric);
}

[NeedsFaiss]
public sealed class IndexFlatTests : VectorIndexConformance
{
    protected override string Kind => "flat";

    protected override bool IsExact => true;

    protected override double MinimumRecall => 0.999;

    protected override VectorIndex Create(int dimension, Metric metric) => new IndexFlat(dimension, metric);

    protected override VectorIndex CreateDefault(int dimension, Metric metric) => new IndexFlat(dimension, metric);

    protected override VectorIndex Load(string path, int dimension, Metric metric) => IndexFlat.Load(path, dimension, metric);
}

[NeedsFaiss]
public sealed class IndexHnswTests : VectorIndexConformance
{
    protected override string Kind => "hnsw";

    protected override VectorIndex Create(int dimension, Metric metric) =>
        new IndexHnsw(dimension, metric, new HnswOptions { Links = 8, EfConstruction = 20, EfSearch = 16 });

    protected override VectorIndex CreateDefault(int dimension, Metric metric) => new IndexHnsw(dimension, metric);

    protected override VectorIndex Load(string path, int dimension, Metric metric) => IndexHnsw.Load(path, dimension, metric);
}

[NeedsFaiss]
public sealed class IndexHnswSq8Tests : VectorIndexConformance
{
    protected override string Kind => "hnsw-sq8";

    // A byte a component, and components of the first vectors that set the range need not be the widest to come.
    protected override float Tolerance => 0.1f;

    protected override double MinimumRecall => 0.95;

    protected override VectorIndex Create(int dimension, Metric metric) =>
        new IndexHnswSq8(dimension, metric, new HnswOptions { Links = 8, EfConstruction = 20, EfSearch = 16 }, trainingSize: 200);

    protected override VectorIndex CreateDefault(int dimension, Metric metric) => new IndexHnswSq8(dimension, metric);

    protected override VectorIndex Load(string path, int dimension, Metric metric) => IndexHnswSq8.Load(path, dimension, metric);
}

[NeedsFaiss]
public sealed class IndexIvfFlatTests : VectorIndexConformance
{
    protected override string Kind => "ivf-flat";

    protected override VectorIndex Create(int dimension, Metric metric) => new IndexIvfFlat(dimension, metric, new IvfOptions { Lists = 5, Probes = 2 });

    protected override VectorIndex CreateDefault(int dimension, Metric metric) => new IndexIvfFlat(dimension, metric);

    protected override VectorIndex Load(string path, int dimension, Metric metric) => IndexIvfFlat.Load(path, dimension, metric);
}
