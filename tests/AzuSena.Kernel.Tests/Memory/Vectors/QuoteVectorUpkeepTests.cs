using AzuSena.Memory.Search;
using AzuSena.Models;
using AzuSena.Passages;
using AzuSena.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Vectors;

public sealed class QuoteVectorUpkeepTests : IDisposable
{
    private static readonly Passage Transport = Samples.Passage(
        "El portal abre los lunes. El automóvil se revisa cada año.\n## Pago\nSe paga al salir:\n- Con tarjeta.\n- En efectivo.",
        "Transporte",
        "transporte.md");

    private static readonly Passage Library = Samples.Passage("La biblioteca presta libros.", "Biblioteca", "biblioteca.md", headings: "Servicios");

    private readonly EmbedderDouble _model = new(48, "doble", "carro automóvil");
    private readonly VectorMemory _memory;

    public QuoteVectorUpkeepTests()
    {
        _memory = new VectorMemory(_model.ToEmbedder());
        _memory.Store.Fill(Transport, Library);
    }

    [Fact]
    public async Task RunAsync_Passages_HaveACosineForEachUnit()
    {
        await _memory.RefreshAsync();
        (await FindAsync("carro")).UnitCosines.Should().BeNull("only passages have vectors yet");

        await _memory.RefreshWithQuotesAsync();

        var cosines = (await FindAsync("carro")).UnitCosines;
        cosines.Should().HaveCount(3);
        cosines!.Index().MaxBy(unit => unit.Item).Index.Should().Be(1, "the second sentence says it in another word");
    }

    [Fact]
    public async Task RunAsync_Unit_IsEmbeddedWithItsPlace()
    {
        await _memory.RefreshAsync();
        _model.Texts.Clear();

        await _memory.RefreshWithQuotesAsync();

        _model.Texts.Should().BeEquivalentTo(
            "Transporte. . El portal abre los lunes.",
            "Transporte. . El automóvil se revisa cada año.",
            "Transporte. Pago. Se paga al salir:\n- Con tarjeta.\n- En efectivo.",
            "Biblioteca. Servicios. La biblioteca presta libros.");
    }

    [Fact]
    public async Task RunAsync_NothingChanged_EmbedsNothing()
    {
        await _memory.RefreshWithQuotesAsync();
        _model.Texts.Clear();

        await _memory.RefreshWithQuotesAsync();
        using var restarted = new VectorMemory(_model.ToEmbedder(), _memory.Folder);
        await restarted.RefreshWithQuotesAsync();

        _model.Texts.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_ChangedDocument_EmbedsItAnew()
    {
        await _memory.RefreshWithQuotesAsync();
        _model.Texts.Clear();

        _memory.Store.Fill(Library with { Text = "La biblioteca presta revistas.", Id = "otro" });
        await _memory.RefreshWithQuotesAsync();

        _model.Texts.Should().BeEquivalentTo("Biblioteca\nServicios\nLa biblioteca presta revistas.", "Biblioteca. Servicios. La biblioteca presta revistas.");
    }

    [Fact]
    public async Task RunAsync_MorePassagesThanAllowed_EmbedsNoUnits()
    {
        using var memory = new VectorMemory(_model.ToEmbedder(), options: new VectorOptions { QuotesUpTo = 1 });
        memory.Store.Fill(Transport, Library);

        await memory.RefreshWithQuotesAsync();

        _model.Texts.Should().HaveCount(2, "passages alone");
    }

    [Fact]
    public async Task RunAsync_ModelFails_IsTriedAgain()
    {
        await _memory.RefreshAsync();
        _model.Before = _ => throw new HttpRequestException("down");
        await _memory.RefreshWithQuotesAsync();

        _model.Before = _ => Task.CompletedTask;
        (await FindAsync("carro")).UnitCosines.Should().BeNull("the search goes on without");
        await _memory.RefreshWithQuotesAsync();

        (await FindAsync("carro")).UnitCosines.Should().HaveCount(3);
    }

    // A model that has gone is replaced within a few checks; only one that stays and fails is for the operator.
    [Fact]
    public async Task RunAsync_ModelFails_IsToldOnceAndOnlyIfItLasts()
    {
        using var lines = new LogLines();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(lines));
        var time = new FakeTimeProvider();
        using var memory = new VectorMemory(_model.ToEmbedder(), time: time, log: logging.CreateLogger<QuoteVectorUpkeep>());
        memory.Store.Fill(Transport);
        await memory.RefreshAsync();
        _model.Before = _ => throw new HttpRequestException("down");

        for (var pass = 0; pass < 10; pass++)
        {
            await memory.RefreshWithQuotesAsync();
        }

        lines.Warnings.Should().BeEmpty("it may be the time until another model takes over");
        time.Advance(TimeSpan.FromMinutes(2));
        await memory.RefreshWithQuotesAsync();
        await memory.RefreshWithQuotesAsync();
        lines.Warnings.Should().ContainSingle().Which.Should().Contain("embedded");
    }

    [Fact]
    public async Task RunAsync_AnotherEmbedder_ComparesWithItsOwnVectors()
    {
        await _memory.RefreshWithQuotesAsync();

        var next = new EmbedderDouble(32, "otro", "carro automóvil");
        _memory.Source.Current = next.ToEmbedder();
        await _memory.RefreshAsync();
        (await FindAsync("carro")).UnitCosines.Should().BeNull("those of the other model cannot be compared");
        await _memory.RefreshWithQuotesAsync();

        (await FindAsync("carro")).UnitCosines.Should().HaveCount(3).And.OnlyContain(cosine => Math.Abs(cosine) <= 1.001f);
    }

    public void Dispose() => _memory.Dispose();

    private async Task<PassageHit> FindAsync(string question) =>
        (await _memory.Search.SearchAsync(question, 5, CancellationToken.None)).Hits.Single(hit => hit.Passage.Document.Path == "transporte.md");
}
