using AzuSena.Faiss;
using AzuSena.Support;

namespace AzuSena.Memory.Vectors;

/// <summary>
/// An index that another one took the place of: its memory, which lies outside the garbage collector's, is freed when its last search has ended.
/// </summary>
public sealed class SharedIndexTests : IDisposable
{
    private readonly VectorMemory _memory = new(new EmbedderDouble().ToEmbedder());

    public SharedIndexTests() =>
        _memory.Store.Fill(Samples.Passage("El contrato dura tres años.", path: "contrato.md"), Samples.Passage("La biblioteca.", path: "biblioteca.md"));

    [Fact]
    public async Task RunAsync_AnotherIndexServes_TheOneBeforeIsDisposed()
    {
        await _memory.RefreshAsync();
        var before = _memory.Vectors.Served!.Index;
        _memory.Source.Current = new EmbedderDouble(32, "otro").ToEmbedder();

        await _memory.RefreshAsync();

        before.Invoking(index => index.Count).Should().Throw<ObjectDisposedException>();
        (await _memory.FindAsync("contrato")).Should().HaveElementAt(0, "contrato.md");
    }

    [Fact]
    public async Task RunAsync_AnotherIndexServesWhileASearchRuns_TheOneBeforeIsDisposedWithTheSearch()
    {
        await _memory.RefreshAsync();
        var before = _memory.Vectors.Served!.Index;
        var search = (await _memory.Vectors.EmbedAsync("contrato", CancellationToken.None))!;
        _memory.Source.Current = new EmbedderDouble(32, "otro").ToEmbedder();

        await _memory.RefreshAsync();

        search.Served.Index.Search(search.Vector, 1).Should().ContainSingle();
        search.Dispose();
        search.Dispose();
        before.Invoking(index => index.Count).Should().Throw<ObjectDisposedException>();
        _memory.Vectors.Served!.Index.Count.Should().Be(2);
    }

    [Fact]
    public void TryHold_Disposed_IsFalse()
    {
        var shared = new SharedIndex(new ExactIndex(4, Metric.InnerProduct));
        shared.TryHold().Should().BeTrue();

        shared.Release();
        shared.TryHold().Should().BeTrue("a search holds it still");
        shared.Release();
        shared.Release();

        shared.TryHold().Should().BeFalse();
    }

    [Fact]
    public async Task EmbedAsync_ModelThatFails_HoldsNothing()
    {
        var model = new EmbedderDouble();
        using var memory = new VectorMemory(model.ToEmbedder());
        memory.Store.Fill(Samples.Passage("El contrato dura tres años.", path: "contrato.md"));
        await memory.RefreshAsync();
        var before = memory.Vectors.Served!.Index;
        model.Before = _ => throw new HttpRequestException("down");

        (await memory.Vectors.EmbedAsync("contrato", CancellationToken.None)).Should().BeNull();
        memory.Vectors.Dispose();

        before.Invoking(index => index.Count).Should().Throw<ObjectDisposedException>();
    }

    public void Dispose() => _memory.Dispose();
}
