using AzuSena.Faiss;
using AzuSena.Support;

namespace AzuSena.Memory.Vectors;

public sealed class VectorIndexFactoryTests
{
    public static TheoryData<VectorIndexKind> Kinds => [.. Enum.GetValues<VectorIndexKind>()];

    [Fact]
    public void Choose_FewPassages_IsExactAndSaysWhy() =>
        new VectorIndexFactory(new VectorOptions { ExactUpTo = 10 }).Choose(10).Should().Be((VectorIndexKind.Exact, VectorReason.FewPassages));

    [Fact]
    public void Choose_ManyPassages_IsAGraphWhereFaissIsThere()
    {
        var (kind, why) = new VectorIndexFactory(new VectorOptions { ExactUpTo = 10 }).Choose(11);

        (kind, why).Should().Be(FaissLibrary.IsAvailable ? (VectorIndexKind.Hnsw, VectorReason.ManyPassages)
            : (VectorIndexKind.Exact, VectorReason.FaissUnavailable));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task RunAsync_EveryKind_FindsAndKeepsUpAndReloads(VectorIndexKind kind)
    {
        var options = new VectorOptions { Index = kind, ExactUpTo = 10 };
        var model = new EmbedderDouble(48, "doble", "carro automóvil");
        using var memory = new VectorMemory(model.ToEmbedder(), options: options);
        memory.Store.Fill([.. Enumerable.Range(0, 60).Select(i => Samples.Passage($"Texto {i} sobre bibliotecas.", path: $"{i:D2}.md"))]);
        await memory.RefreshAsync();
        memory.Store.Fill(Samples.Passage("El automóvil se revisa.", "Transporte", "transporte.md"));
        await memory.RefreshAsync();

        (await memory.FindAsync("carro")).Should().HaveElementAt(0, "transporte.md");
        using var next = new VectorMemory(model.ToEmbedder(), memory.Folder, options);
        await next.RefreshAsync();
        (await next.FindAsync("carro")).Should().HaveElementAt(0, "transporte.md");
        next.Vectors.Status.Should().BeEquivalentTo(memory.Vectors.Status);
        if (kind is not VectorIndexKind.Auto && FaissLibrary.IsAvailable)
        {
            next.Vectors.Status.Index!.Replace("-", "", StringComparison.Ordinal).Should().BeEquivalentTo(kind.ToString());
        }
    }
}
