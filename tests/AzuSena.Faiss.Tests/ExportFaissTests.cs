using AzuSena.Faiss.Interop;
using AzuSena.Faiss.Tests.Conformance;
using AzuSena.Testing;

namespace AzuSena.Faiss.Tests;

/// <summary>What <see cref="VectorIndex.ExportFaiss"/> writes is FAISS's own and can be searched by FAISS alone.</summary>
public sealed class ExportFaissTests : IDisposable
{
    private const int Dimension = 8;
    private const int Count = 500;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FaissFact]
    public void ExportFaiss_EveryKindOfFaiss_IsFoundByOrderOfAdding()
    {
        using var flat = new IndexFlat(Dimension, Metric.L2);
        using var hnsw = new IndexHnsw(Dimension, Metric.L2);
        using var ivf = new IndexIvfFlat(Dimension, Metric.L2, new IvfOptions { Lists = 4, Probes = 4 });
        using var compressed = new IndexHnswSq8(Dimension, Metric.L2, trainingSize: Count);
        var vectors = VectorData.Uniform(new Random(1), Count, Dimension);
        foreach (var index in (VectorIndex[])[flat, hnsw, ivf, compressed])
        {
            index.Add(VectorData.Ids(Count, first: 7000), vectors);
            index.ExportFaiss(_folder.Combine(index.Kind));

            Nearest(_folder.Combine(index.Kind), vectors.AsSpan(123 * Dimension, Dimension)).Should().Be(123, index.Kind);
        }

        Directory.GetFiles(_folder.Path).Should().HaveCount(4, "nothing unfinished stays");
    }

    [FaissFact]
    public void ExportFaiss_VectorsThatWaitForMore_IsRefused()
    {
        using var ivf = new IndexIvfFlat(Dimension, Metric.L2);
        ivf.Add([1], new float[Dimension]);

        ivf.Invoking(index => index.ExportFaiss(_folder.Combine("ivf"))).Should().Throw<InvalidOperationException>().WithMessage("*ivf-flat*");
    }

    [Fact]
    public void ExportFaiss_Exact_IsRefused()
    {
        using var exact = new ExactIndex(Dimension, Metric.L2);

        exact.Invoking(index => index.ExportFaiss(_folder.Combine("exact"))).Should().Throw<InvalidOperationException>().WithMessage("*exact*");
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    private static long Nearest(string path, ReadOnlySpan<float> query)
    {
        using var file = File.OpenHandle(path);
        FaissNative.Check(FaissNative.Read(file, 0, Dimension, (int)Metric.L2, Count, out var handle));
        using (handle)
        {
            var (scores, slots) = (new float[1], new long[1]);
            FaissNative.Check(FaissNative.Search(handle, 1, query, 1, [], 0, 0, scores, slots));
            return slots[0];
        }
    }
}
