using AzuSena.Faiss.Files;
using AzuSena.Faiss.Storage;
using AzuSena.Testing;

namespace AzuSena.Faiss.Tests;

/// <summary>What FAISS refuses reaches the caller as an exception with FAISS's own words, and the process goes on.</summary>
public sealed class NativeErrorsTests
{
    [FaissFact]
    public void Storage_SlotThatIsNotThere_IsRefused()
    {
        using var storage = FaissStorage.Flat(4, Metric.L2);
        foreach (var slot in (long[])[-1, 0, long.MaxValue])
        {
            storage.Invoking(s => s.Reconstruct(slot, new float[4])).Should().Throw<VectorIndexException>().WithMessage("*no such slot*");
            storage.Invoking(s => s.Remove(slot)).Should().Throw<VectorIndexException>().WithMessage("*no such slot*");
        }
    }

    [FaissFact]
    public void Storage_BadArguments_AreRefused()
    {
        using var flat = FaissStorage.Flat(4, Metric.L2);
        using var hnsw = FaissStorage.Hnsw(4, Metric.L2, new HnswOptions());
        hnsw.Add(new float[4], [0]);
        flat.Invoking(s => s.Add(new float[4], [5])).Should().Throw<VectorIndexException>().WithMessage("*next free*");
        flat.Invoking(s => s.SetEffort(3)).Should().Throw<VectorIndexException>();
        hnsw.Invoking(s => s.SetEffort(0)).Should().Throw<VectorIndexException>();
        hnsw.Invoking(s => s.Remove(0)).Should().Throw<VectorIndexException>().WithMessage("*HNSW cannot remove*");
        FluentActions.Invoking(() => FaissStorage.Flat(-1, Metric.L2)).Should().Throw<VectorIndexException>();
        FluentActions.Invoking(() => FaissStorage.Flat(4, (Metric)7)).Should().Throw<VectorIndexException>().WithMessage("*metric*");
    }

    [FaissFact]
    public void Storage_TooFewVectorsToTrain_SaysWhatFaissSays() =>
        FluentActions.Invoking(() => FaissStorage.IvfFlat(4, Metric.L2, new IvfOptions { Lists = 100 }, new float[4 * 10]))
            .Should().Throw<VectorIndexException>().WithMessage("*Number of training points (10) should be at least as large as number of clusters (100)*");

    [FaissFact]
    public void Load_SoundFileThatFaissCannotRead_SaysWhatFaissSays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("index");
        IndexWriter.Write(path, new IndexHeader("hnsw", Metric.L2, 4, 0, IsTrained: true, [32, 40, 64]), file =>
            file.WriteArray<byte>("no FAISS index at all"u8));
        FluentActions.Invoking(() => IndexHnsw.Load(path, 4, Metric.L2)).Should().Throw<VectorIndexException>().WithMessage("*FAISS refused*not recognized*");
    }

    [FaissFact]
    public void Library_ThatIsThere_NamesNoObstacle() => FaissLibrary.WhyUnavailable.Should().BeNull();

    [FaissFact]
    public void EfSearchAndProbes_CanBeSetAndAreKept()
    {
        using var folder = new TemporaryFolder();
        using var hnsw = new IndexHnsw(4, Metric.L2) { EfSearch = 200 };
        hnsw.Save(folder.Combine("hnsw"));
        using var loaded = IndexHnsw.Load(folder.Combine("hnsw"), 4, Metric.L2);
        loaded.EfSearch.Should().Be(200);
        using var ivf = new IndexIvfFlat(4, Metric.L2) { Probes = 7 };
        ivf.Probes.Should().Be(7);
        FluentActions.Invoking(() => loaded.EfSearch = 0).Should().Throw<ArgumentOutOfRangeException>();
        loaded.EfSearch.Should().Be(200);
    }

    [Fact]
    public void Constructors_BadArguments_AreRefused()
    {
        foreach (var dimension in (int[])[0, -1, int.MinValue, int.MaxValue])
        {
            FluentActions.Invoking(() => new ExactIndex(dimension, Metric.L2)).Should().Throw<ArgumentOutOfRangeException>();
        }

        FluentActions.Invoking(() => new ExactIndex(4, (Metric)9)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new HnswOptions { Links = 1 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new IvfOptions { Lists = 0 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [FaissFact]
    public void Sq8_TakesFarLessMemoryThanWholeVectors()
    {
        const int Wide = 256;
        float[] vectors = [.. Enumerable.Range(0, 1000 * Wide).Select(i => MathF.Sin(i))];
        using var whole = new IndexHnsw(Wide, Metric.L2, new HnswOptions { Links = 8 });
        using var compressed = new IndexHnswSq8(Wide, Metric.L2, new HnswOptions { Links = 8 }, trainingSize: 500);
        var ids = Enumerable.Range(0, 1000).Select(id => (long)id).ToArray();
        whole.Add(ids, vectors);
        compressed.Add(ids, vectors);
        compressed.MemoryBytes.Should().BeLessThan(whole.MemoryBytes / 2);
    }
}
