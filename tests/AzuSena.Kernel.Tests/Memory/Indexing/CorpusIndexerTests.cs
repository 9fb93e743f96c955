using AzuSena.Errors;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Settings;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Memory.Indexing;

public sealed class CorpusIndexerTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _corpus = TestCorpus.Create();
    private readonly TestProduct _product;

    public CorpusIndexerTests() => _product = new TestProduct(_corpus.Path);

    private PassageStore Store => _product.Get<PassageStore>();

    [Fact]
    public async Task RunAsync_First_IndexesEveryFile()
    {
        var report = await _product.IndexAsync();

        report.Should().BeEquivalentTo(new { Seen = 6, Indexed = 6, Passages = 6, Unchanged = 0, Removed = 0 });
        report.Skipped.Should().BeEmpty();
        State().Should().Be((1, 6, 6));
    }

    [Fact]
    public async Task RunAsync_NothingChanged_LeavesTheGeneration()
    {
        await _product.IndexAsync();

        var report = await _product.IndexAsync();

        report.Should().BeEquivalentTo(new { Seen = 6, Indexed = 0, Passages = 0, Unchanged = 6, Removed = 0 });
        State().Should().Be((1, 6, 6));
    }

    [Fact]
    public async Task RunAsync_ChangedFile_IsReplaced()
    {
        await _product.IndexAsync();
        _corpus.Write("biblioteca.md", "---\ntitulo: Biblioteca nueva\n---\nLa ludoteca abre los sábados.");

        var report = await _product.IndexAsync();

        report.Should().BeEquivalentTo(new { Seen = 6, Indexed = 1, Passages = 1, Unchanged = 5, Removed = 0 });
        State().Should().Be((2, 6, 6));
        (await Found("ludoteca")).Should().Equal("biblioteca.md");
        (await Found("préstamo de libros")).Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_DeletedFile_IsRemoved()
    {
        await _product.IndexAsync();
        File.Delete(_corpus.Combine("biblioteca.md"));

        var report = await _product.IndexAsync();

        report.Should().BeEquivalentTo(new { Seen = 5, Indexed = 0, Unchanged = 5, Removed = 1 });
        State().Should().Be((2, 5, 5));
        (await Found("biblioteca")).Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_RenamedFile_IsHeldUnderItsNewPathOnly()
    {
        await _product.IndexAsync();
        File.Move(_corpus.Combine("biblioteca.md"), _corpus.Combine("libros.md"));

        await _product.IndexAsync();

        (await Found("biblioteca")).Should().Equal("libros.md");
    }

    [Fact]
    public async Task RunAsync_FileThatHasBecomeBad_KeepsItsLastGoodStateAndIsReported()
    {
        await _product.IndexAsync();
        _corpus.Write("biblioteca.md", "\n");

        var report = await _product.IndexAsync();

        report.Should().BeEquivalentTo(new { Seen = 6, Indexed = 0, Unchanged = 5, Removed = 0 });
        report.Skipped.Should().ContainSingle().Which.Should().Match<SkippedFile>(
            file => file.Path == "biblioteca.md" && file.Line == 1 && file.Reason == "El archivo no contiene texto.");
        State().Should().Be((1, 6, 6));
        (await Found("biblioteca")).Should().Equal("biblioteca.md");
    }

    [Fact]
    public async Task RunAsync_BadFiles_DoNotStopTheOthers()
    {
        _corpus.Write("vacio.md", "");
        _corpus.Write("hondo.md", new string('>', 3000) + " texto");
        File.CreateSymbolicLink(_corpus.Combine("roto.md"), _corpus.Combine("no-existe.md"));

        var report = await _product.IndexAsync();

        report.Skipped.Select(file => (file.Path, file.Line)).Should().Equal(("hondo.md", 1), ("roto.md", null), ("vacio.md", 1));
        report.Skipped.Should().OnlyContain(file => file.Reason.StartsWith("El archivo ") && file.Reason.EndsWith('.'));
        report.Indexed.Should().Be(6);
    }

    [Fact]
    public async Task RunAsync_Progress_IsToldAfterEachFile()
    {
        var steps = new List<IndexProgress>();

        await _product.Get<CorpusIndexer>().RunAsync(new Recorder(steps.Add), CancellationToken.None);

        steps.Select(step => (step.Stage, step.Done, step.Total)).Should().Equal(
            Enumerable.Range(1, 6).Select(done => (IndexStage.Reading, done, 6))
                .Concat(Enumerable.Range(1, 6).Select(done => (IndexStage.Publishing, done, 6))));
        steps.Take(6).Select(step => step.Path).Should().BeEquivalentTo(steps.Skip(6).Select(step => step.Path)).And.OnlyHaveUniqueItems();
        steps[^1].Passages.Should().Be(6);
    }

    [Fact]
    public async Task RunAsync_Cancelled_LeavesTheStoreAsItWas()
    {
        await _product.IndexAsync();
        foreach (var file in Directory.GetFiles(_corpus.Path))
        {
            await File.AppendAllTextAsync(file, "\nOtra frase.\n");
        }

        using var cancellation = new CancellationTokenSource();
        var afterTwoDocuments = new Recorder(step =>
        {
            if (step is { Stage: IndexStage.Publishing, Done: 2 })
            {
                cancellation.Cancel();
            }
        });

        await _product.Get<CorpusIndexer>().Invoking(indexer => indexer.RunAsync(afterTwoDocuments, cancellation.Token))
            .Should().ThrowAsync<OperationCanceledException>();

        State().Should().Be((1, 6, 6));
        (await _product.IndexAsync()).Indexed.Should().Be(6, "the cancelled run must have published nothing and must not hold the store");
    }

    [Fact]
    public async Task RunAsync_AfterARunThatWasCutShort_ReadsNothingAgain()
    {
        using var cancellation = new CancellationTokenSource();
        var cutShort = new Recorder(step =>
        {
            if (step.Stage == IndexStage.Publishing)
            {
                cancellation.Cancel();
            }
        });
        await _product.Get<CorpusIndexer>().Invoking(indexer => indexer.RunAsync(cutShort, cancellation.Token))
            .Should().ThrowAsync<OperationCanceledException>();
        var steps = new List<IndexProgress>();

        var report = await _product.Get<CorpusIndexer>().RunAsync(new Recorder(steps.Add), CancellationToken.None);

        steps.Where(step => step.Stage == IndexStage.Reading)
            .Should().HaveCount(6).And.OnlyContain(step => step.Passages == 0, "everything was read and staged before");
        report.Should().BeEquivalentTo(new { Indexed = 6, Passages = 6, Unchanged = 0 });
        State().Should().Be((1, 6, 6));
        Staged().Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_FileThatChangedAfterARunWasCutShort_IsReadAnew()
    {
        using var cancellation = new CancellationTokenSource();
        var cutShort = new Recorder(step =>
        {
            if (step.Stage == IndexStage.Publishing)
            {
                cancellation.Cancel();
            }
        });
        await _product.Get<CorpusIndexer>().Invoking(indexer => indexer.RunAsync(cutShort, cancellation.Token))
            .Should().ThrowAsync<OperationCanceledException>();
        _corpus.Write("biblioteca.md", "---\ntitulo: Biblioteca nueva\n---\nLa ludoteca abre los sábados.");
        File.Delete(_corpus.Combine("bienestar.md"));

        await _product.IndexAsync();

        (await Found("ludoteca")).Should().Equal("biblioteca.md");
        (await Found("préstamo de libros")).Should().BeEmpty();
        State().Should().Be((1, 5, 5));
    }

    [Fact]
    public async Task RunAsync_WhileAnotherIndexes_WaitsAndSaysForWhom()
    {
        await _product.IndexAsync();
        var lockFile = Path.Combine(_product.DataFolder, "index.lock");
        var held = ProcessLock.TryTake(lockFile, TimeProvider.System)!;
        var waiting = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var progress = new Recorder(step =>
        {
            if (step.Stage == IndexStage.Waiting)
            {
                waiting.TrySetResult(step.Path);
            }
        });

        var run = Task.Run(() => _product.Get<CorpusIndexer>().RunAsync(progress, CancellationToken.None));

        (await waiting.Task).Should().Contain($"PID {Environment.ProcessId}");
        run.IsCompleted.Should().BeFalse();
        held.Dispose();
        (await run).Unchanged.Should().Be(6);
    }

    [Fact]
    public async Task RunAsync_AnotherIndexesForTooLong_SaysWhoItIs()
    {
        await using var product = new TestProduct(_corpus.Path, replace: null, ("Memory:LockWaitSeconds", "0"));
        await product.IndexAsync();
        using var held = ProcessLock.TryTake(Path.Combine(product.DataFolder, "index.lock"), TimeProvider.System);

        var failed = (await product.Invoking(it => it.IndexAsync()).Should().ThrowAsync<AzuSenaException>()).Which;

        failed.Code.Should().Be(ErrorCode.StoreUnavailable);
        failed.ForOperator.Should().Contain($"PID {Environment.ProcessId}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_CorpusGoneOrEmpty_KeepsTheStore(bool keepFolder)
    {
        await _product.IndexAsync();
        Directory.Delete(_corpus.Path, recursive: true);
        if (keepFolder)
        {
            Directory.CreateDirectory(_corpus.Path);
        }

        (await _product.Invoking(product => product.IndexAsync()).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.CorpusUnavailable);

        State().Should().Be((1, 6, 6));
        Directory.CreateDirectory(_corpus.Path);
    }

    [Fact]
    public async Task RunAsync_WhileItRuns_SearchesSeeTheStateBefore()
    {
        await _product.IndexAsync();
        _corpus.Write("biblioteca.md", "---\ntitulo: Ludoteca\n---\nLa ludoteca abre los sábados.");
        var during = new List<string[]>();
        var searches = new Recorder(_ =>
        {
            // Reported between the files, while the writer is open.
            using var snapshot = Store.Read();
            during.Add([.. snapshot.Words().Select(word => word.Key)]);
        });

        await _product.Get<CorpusIndexer>().RunAsync(searches, CancellationToken.None);

        during.Should().HaveCount(7).And.OnlyContain(words => words.Contains("biblioteca") && !words.Contains("ludoteca"));
        (await Found("ludoteca")).Should().Equal("biblioteca.md");
    }

    [Fact]
    public async Task RunAsync_QuestionsBesideAFile_AreReadWhenTheyChange()
    {
        await _product.IndexAsync();
        _corpus.Write("biblioteca.md.preguntas.yaml", "Otra: ¿Sí?\nBiblioteca: ¿Puedo llevarme novelas a la casa?");

        var added = await _product.IndexAsync();

        added.Should().BeEquivalentTo(new { Seen = 6, Indexed = 1, Unchanged = 5 });
        added.Notes.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Path = "biblioteca.md.preguntas.yaml", Line = 1 });
        (await Found("novelas")).Should().Equal("biblioteca.md");
        (await _product.IndexAsync()).Indexed.Should().Be(0);

        File.Delete(_corpus.Combine("biblioteca.md.preguntas.yaml"));
        (await _product.IndexAsync()).Indexed.Should().Be(1);
        (await Found("novelas")).Should().BeEmpty();
    }

    [Theory]
    [InlineData(QuestionsFile.MaxBytes + 1, "*pasa de 256 KB*")]
    [InlineData(-1, "*no se puede leer*")]
    public async Task RunAsync_QuestionsThatCannotBeRead_LeaveTheDocument(int length, string message)
    {
        var path = _corpus.Combine("biblioteca.md.preguntas.yaml");
        if (length < 0)
        {
            using var outside = new TemporaryFolder();
            File.CreateSymbolicLink(path, outside.Write("fuera.yaml", "Biblioteca: ¿Sí?"));
        }
        else
        {
            File.WriteAllText(path, new string('#', length));
        }

        var report = await _product.IndexAsync();

        report.Indexed.Should().Be(6);
        report.Skipped.Should().BeEmpty();
        report.Notes.Should().ContainSingle().Which.Text.Should().Match(message);
    }

    [Fact]
    public async Task RunAsync_FilesThatAreNotRead_AreNamedWithWhatToDo()
    {
        _corpus.Write("viejo.doc", "x");
        _corpus.Write("~$biblioteca.docx", "x");
        _corpus.Write("roto.pdf", "x");
        _corpus.Write("datos.jsonl", "{\"a\":\"uno\"}\nno\n");

        var report = await _product.IndexAsync();

        report.Skipped.Should().ContainSingle().Which.Path.Should().Be("roto.pdf");
        report.Notes.Select(note => (note.Path, note.Rule)).Should().BeEquivalentTo(
            [("viejo.doc", "kind_unread"), ("~$biblioteca.docx", "lock_file"), ("datos.jsonl", "lines_invalid")]);
        using var snapshot = Store.Read();
        snapshot.LeftOut().Select(file => (file.Path, file.Failed)).Should().BeEquivalentTo([("viejo.doc", false), ("~$biblioteca.docx", false),
            ("roto.pdf", true)]);
        snapshot.LeftOut().Single(file => file.Path == "viejo.doc").Reason.Should().Contain("Guárdalo como .docx");
        snapshot.DocumentStates().Single(document => document.Info.Path == "datos.jsonl").Should()
            .Match<DocumentState>(document => document.Passages == 1 && document.Notes[0].Line == 2 && document.IndexedAt != null);
    }

    [Fact]
    public async Task RunAsync_WhileAnotherWriterIsOpen_AnswersFromTheStateBefore()
    {
        await _product.IndexAsync();
        using var writer = Store.Write();
        writer.Remove("biblioteca.md");

        (await Found("biblioteca")).Should().Equal("biblioteca.md");
    }

    [Fact]
    public async Task RunAsync_StoreThatCannotBeMade_IsUnavailable()
    {
        var belowAFile = _corpus.Combine("biblioteca.md/datos");
        await using var product =
            new TestProduct(_corpus.Path, services => services.PostConfigure<DataOptions>(options => options.DataDirectory = belowAFile));

        (await product.Invoking(it => it.IndexAsync()).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.StoreUnavailable);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _product.DisposeAsync();

    public void Dispose() => _corpus.Dispose();

    private (long Generation, int Documents, int Passages) State()
    {
        using var snapshot = Store.Read();
        return (snapshot.Generation, snapshot.DocumentCount, snapshot.PassageCount);
    }

    private Dictionary<string, string> Staged()
    {
        using var snapshot = Store.Read();
        return snapshot.StagedHashes();
    }

    private async Task<IEnumerable<string>> Found(string question) =>
        (await _product.Get<PassageSearch>().SearchAsync(question, 5, CancellationToken.None)).Hits.Select(hit => hit.Passage.Document.Path);

    private sealed class Recorder(Action<IndexProgress> report) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => report(value);
    }
}
