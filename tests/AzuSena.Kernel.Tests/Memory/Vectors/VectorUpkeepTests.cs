using AzuSena.Memory.Indexing;
using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Memory.Vectors;

public sealed class VectorUpkeepTests : IDisposable
{
    private static readonly Passage[] Passages =
    [
        Samples.Passage("El automóvil se revisa cada año.", "Transporte", "transporte.md"),
        Samples.Passage("La biblioteca presta libros.", "Biblioteca", "biblioteca.md"),
        Samples.Passage("El contrato dura tres años.", "Contrato", "contrato.md"),
        Samples.Passage("El portal publica convocatorias.", "Portal", "portal.md"),
    ];

    private readonly EmbedderDouble _model = new(48, "doble", "carro automóvil");
    private readonly VectorMemory _memory;

    public VectorUpkeepTests()
    {
        _memory = new VectorMemory(_model.ToEmbedder());
        _memory.Store.Fill(Passages);
    }

    [Fact]
    public async Task RunAsync_NewPassages_AreFoundByMeaning()
    {
        (await _memory.FindAsync("carro")).Should().BeEmpty("no document has the word");

        await _memory.RefreshAsync();

        (await _memory.FindAsync("carro")).Should().HaveElementAt(0, "transporte.md");
        _memory.Vectors.Status.Should().BeEquivalentTo(new VectorStatus("ready", VectorReason.FewPassages, "exact", "doble:doble", 4, 4));
    }

    [Fact]
    public async Task RunAsync_NothingChanged_EmbedsNothing()
    {
        await _memory.RefreshAsync();
        _model.Texts.Should().HaveCount(4).And.Contain("Biblioteca\nLa biblioteca presta libros.");

        await _memory.RefreshAsync();

        _model.Texts.Should().HaveCount(4);
    }

    [Fact]
    public async Task RunAsync_ChangedDocument_EmbedsOnlyWhatIsNewInIt()
    {
        var kept = Samples.Passage("Parte que queda.", "Portal", "portal.md", position: 1);
        _memory.Store.Fill(Passages[3], kept);
        await _memory.RefreshAsync();
        _model.Texts.Clear();

        _memory.Store.Fill(Samples.Passage("El portal cambió de dirección.", "Portal", "portal.md"), kept with { Position = 2, Id = "movido" });
        await _memory.RefreshAsync();

        _model.Texts.Should().Equal("Portal\nEl portal cambió de dirección.");
        (await _memory.FindAsync("dirección")).Should().HaveElementAt(0, "portal.md");
        (_memory.Vectors.Status.Done, _memory.Vectors.Status.State).Should().Be((5, "ready"));
    }

    [Fact]
    public async Task RunAsync_EqualTexts_AreEmbeddedOnce()
    {
        _memory.Store.Fill(Samples.Passage("Lo mismo.", "Igual", "a.md"), Samples.Passage("Lo mismo.", "Igual", "b.md"));

        await _memory.RefreshAsync();

        _model.Texts.Should().HaveCount(5);
        _memory.Vectors.Status.Done.Should().Be(6);
    }

    [Fact]
    public async Task RunAsync_RemovedDocument_IsNotFoundAnyMore()
    {
        await _memory.RefreshAsync();

        using (var writer = _memory.Store.Write())
        {
            writer.Remove("transporte.md");
            writer.Commit();
        }

        (await _memory.FindAsync("carro")).Should().NotContain("transporte.md", "the index may be older than the store");
        await _memory.RefreshAsync();
        (await _memory.FindAsync("carro")).Should().NotContain("transporte.md").And.NotBeEmpty();
        _memory.Vectors.Served!.Index.Count.Should().Be(3);
    }

    [Fact]
    public async Task RunAsync_NoEmbedder_SaysWhy()
    {
        using var memory = new VectorMemory();
        memory.Store.Fill(Passages);

        await memory.RefreshAsync();

        memory.Vectors.Status.Should().Be(VectorStatus.None(VectorReason.NoEmbedder));
        (await memory.FindAsync("contrato")).Should().Equal("contrato.md");
    }

    [Fact]
    public async Task RunAsync_ModelThatFailsHalfWay_KeepsWhatItMade()
    {
        _memory.Store.Fill([.. Enumerable.Range(0, 100).Select(i => Samples.Passage($"Texto {i}.", path: $"{i:D3}.md"))]);
        var calls = 0;
        _model.Before = _ => ++calls == 2 ? throw new HttpRequestException("down") : Task.CompletedTask;

        await _memory.RefreshAsync();

        _memory.Vectors.Status.Should().BeEquivalentTo(new { State = "building", Done = 64, Total = 104 });
        (await _memory.FindAsync("contrato")).Should().Equal(["contrato.md"], "words go on alone");
        _model.Texts.Clear();
        await _memory.RefreshAsync();
        _model.Texts.Should().HaveCount(40);
        _memory.Vectors.Status.State.Should().Be("ready");
    }

    [Fact]
    public async Task RunAsync_Cancelled_KeepsWhatItMade()
    {
        _memory.Store.Fill([.. Enumerable.Range(0, 100).Select(i => Samples.Passage($"Texto {i}.", path: $"{i:D3}.md"))]);
        using var cancellation = new CancellationTokenSource();
        var afterOneBatch = new InlineProgress(_ => cancellation.Cancel());

        await _memory.Upkeep.Invoking(upkeep => upkeep.RunAsync(afterOneBatch, cancellation.Token)).Should().ThrowAsync<OperationCanceledException>();

        _model.Texts.Should().HaveCount(64);
        await _memory.RefreshAsync();
        _model.Texts.Should().HaveCount(104);
    }

    [Fact]
    public async Task RunAsync_AnotherEmbedder_TakesOverOnceItIsCompleteAndNoQuestionFails()
    {
        await _memory.RefreshAsync();
        var next = new EmbedderDouble(32, "otro", "carro automóvil", "moto contrato");
        var (started, go) = (Signal(), Signal());
        next.Before = async token =>
        {
            started.TrySetResult();
            await go.Task.WaitAsync(token);
        };
        _memory.Source.Current = next.ToEmbedder();

        var pass = _memory.RefreshAsync();
        await started.Task;

        // The old vectors answer while the new ones are made.
        (await _memory.FindAsync("carro")).Should().HaveElementAt(0, "transporte.md");
        (await _memory.FindAsync("moto")).Should().NotBeEmpty();
        _memory.Vectors.Served!.Embedder.Fingerprint.Model.Should().Be("doble");
        go.SetResult();
        await pass;
        _memory.Vectors.Served!.Embedder.Fingerprint.Model.Should().Be("otro");
        (await _memory.FindAsync("moto")).Should().HaveElementAt(0, "contrato.md", "only the new model knows that");
        _memory.IndexFiles.Should().ContainSingle();
    }

    [Fact]
    public async Task RunAsync_EmbedderThatComesBack_NeedsNothingAnew()
    {
        await _memory.RefreshAsync();
        var other = new EmbedderDouble(32, "otro");
        var first = _memory.Source.Current;
        _memory.Source.Current = other.ToEmbedder();
        await _memory.RefreshAsync();
        _model.Texts.Clear();

        _memory.Source.Current = first;
        await _memory.RefreshAsync();

        _model.Texts.Should().BeEmpty();
        _memory.Vectors.Served!.Embedder.Should().BeSameAs(first);
        (await _memory.FindAsync("carro")).Should().HaveElementAt(0, "transporte.md");
    }

    [Fact]
    public async Task RunAsync_SearchesMeanwhile_NeverFail()
    {
        _memory.Store.Fill([.. Enumerable.Range(0, 300).Select(i => Samples.Passage($"Texto {i} del contrato.", path: $"{i:D3}.md"))]);
        using var stop = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            do
            {
                (await _memory.FindAsync("contrato")).Should().NotBeEmpty();
                count++;
            }
            while (!stop.IsCancellationRequested);
            return count;
        })).ToArray();
        var models = new[] { _memory.Source.Current!, new EmbedderDouble(32, "otro").ToEmbedder(), new EmbedderDouble(16, "tercero").ToEmbedder() };

        for (var round = 0; round < 6; round++)
        {
            _memory.Source.Current = models[round % models.Length];
            using (var writer = _memory.Store.Write())
            {
                writer.Remove($"{round:D3}.md");
                writer.Commit();
            }

            await _memory.RefreshAsync();
        }

        await stop.CancelAsync();
        (await Task.WhenAll(searches)).Should().OnlyContain(count => count > 0);
        _memory.Vectors.Served!.Index.Count.Should().Be(298);
    }

    [Fact]
    public async Task RunAsync_WhileAnotherProcessMakesThem_LeavesItToThat()
    {
        using (ProcessLock.TryTake(Path.Combine(_memory.Folder, "vectors.lock"), TimeProvider.System))
        {
            await _memory.RefreshAsync();
            _model.Texts.Should().BeEmpty();
            _memory.Vectors.Status.Should().BeEquivalentTo(new { State = "building", Done = 0, Total = 4 });
        }

        await _memory.RefreshAsync();
        _memory.Vectors.Status.State.Should().Be("ready");
    }

    public void Dispose() => _memory.Dispose();

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Reports on the thread that reports.</summary>
internal sealed class InlineProgress(Action<IndexProgress> report) : IProgress<IndexProgress>
{
    public void Report(IndexProgress value) => report(value);
}
