using AzuSena.Support;

namespace AzuSena.Memory.Vectors;

/// <summary>An index that another one took the place of: its memory, which lies outside the garbage collector's, is freed when its last search has ended.</summary>
public sealed class SharedIndexTests : IDisposable
{
    private readonly VectorMemory _memory = new(new EmbedderDouble().ToEmbedder());

    public SharedIndexTests() => _memory.Store.Fill(Samples.Passage("El contrato dura tres años.", path: "contrato.md"), Samples.Passage("La biblioteca.", path: "biblioteca.md"));

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

    public void Dispose() => _memory.Dispose();
}
