using System.Globalization;
using AzuSena.Memory.Sqlite;
using AzuSena.Passages;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Storage;

public sealed class StoreWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PassageStore _store;

    public StoreWriterTests() => _store = Stores.Open(_folder);

    private long Generation
    {
        get
        {
            using var snapshot = _store.Read();
            return snapshot.Generation;
        }
    }

    [Fact]
    public void Put_Passages_AreReadBackAsTheyWere()
    {
        var passages = new[]
        {
            Samples.Passage("Primero. Con «comillas» y 'apóstrofos'; DROP TABLE passages; --", "Título ñ", headings: ["Uno", "Dos \"x\""]),
            Samples.Passage("Segundo.\n- Punto 😀", "Título ñ", position: 1),
        };

        _store.Fill(passages);

        using var snapshot = _store.Read();
        (snapshot.DocumentCount, snapshot.PassageCount).Should().Be((1, 2));
        passages.Select(passage => snapshot.Find(passage.Id)).Should().BeEquivalentTo(passages, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Put_DocumentWithoutDetails_IsReadBackWithoutThem()
    {
        var passage = new Passage("id", new DocumentInfo("a.md", "A"), [], 0, "Texto.");

        _store.Fill(passage);

        using var snapshot = _store.Read();
        snapshot.Find("id").Should().BeEquivalentTo(passage with { Document = passage.Document with { Topics = [] } });
    }

    [Fact]
    public void Put_PathThatIsHeld_ReplacesItsPassages()
    {
        _store.Fill(Samples.Passage("Viejo uno."), Samples.Passage("Viejo dos.", position: 1));

        _store.Fill(Samples.Passage("Nuevo."));

        using var snapshot = _store.Read();
        (snapshot.DocumentCount, snapshot.PassageCount).Should().Be((1, 1));
        snapshot.Match(["viej"], 10).Should().BeEmpty();
        snapshot.Match(["nuev"], 10).Should().ContainSingle();
    }

    [Fact]
    public void Remove_Document_LeavesNothingOfIt()
    {
        var kept = Samples.Passage("Contrato común.", path: "b.md");
        var gone = new[] { Samples.Passage("Contrato perdido.", path: "a.md"), Samples.Passage("Otro perdido.", path: "a.md", position: 1) };
        _store.Fill([kept, .. gone]);

        using (var writer = _store.Write())
        {
            writer.Remove("a.md");
            writer.Commit();
        }

        using var snapshot = _store.Read();
        (snapshot.DocumentCount, snapshot.PassageCount).Should().Be((1, 1));
        gone.Select(passage => snapshot.Find(passage.Id)).Should().AllBeEquivalentTo((Passage?)null);
        snapshot.DocumentFrequencies(["contrat", "perd", "comun"]).Should().Equal(new Dictionary<string, int> { ["contrat"] = 1, ["comun"] = 1 });
        snapshot.Words().Should().BeEquivalentTo(new Dictionary<string, int> { ["contrato"] = 1, ["comun"] = 1, ["documento"] = 1 });
        Count("SELECT count(*) FROM passage_terms").Should().Be(1);
        Count("SELECT count(*) FROM passage_words").Should().Be(1);
    }

    [Fact]
    public void ContentHashes_HeldDocuments_AreByPath()
    {
        using (var writer = _store.Write())
        {
            writer.ContentHashes().Should().BeEmpty();
            writer.Put(new DocumentInfo("a.md", "A"), "h1", []);
            writer.Put(new DocumentInfo("A.md", "A"), "h2", []);
            writer.Commit();
        }

        using var next = _store.Write();
        next.ContentHashes().Should().Equal(new Dictionary<string, string> { ["a.md"] = "h1", ["A.md"] = "h2" });
    }

    [Fact]
    public void Commit_RunThatChangedSomething_RaisesTheGenerationByOne()
    {
        _store.Fill(Samples.Passage("Uno.", path: "a.md"), Samples.Passage("Dos.", path: "b.md"));
        Generation.Should().Be(1);

        using var writer = _store.Write();
        writer.Remove("a.md");
        writer.Commit();

        Generation.Should().Be(2);
    }

    [Fact]
    public void Commit_RunThatChangedNothing_LeavesTheGeneration()
    {
        _store.Fill(Samples.Passage("Uno."));

        using (var writer = _store.Write())
        {
            writer.Remove("no-existe.md");
            writer.Commit();
        }

        Generation.Should().Be(1);
    }

    [Theory]
    [InlineData("sí", 2)]
    [InlineData("no", 1)]
    public void Commit_RunThatRemovedAPassage_RaisesTheGenerationIfThereWasOne(string id, long expected)
    {
        _store.Fill(new Passage("sí", new DocumentInfo("a.md", "A"), [], 0, "Texto."));

        using (var writer = _store.Write())
        {
            writer.RemovePassage(id);
            writer.Commit();
        }

        Generation.Should().Be(expected);
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesTheStoreAsItWas()
    {
        var held = Samples.Passage("Uno.", path: "a.md");
        _store.Fill(held);

        using (var writer = _store.Write())
        {
            writer.Remove("a.md");
            writer.Put(new DocumentInfo("b.md", "B"), "h", [Samples.Passage("Dos.", path: "b.md")]);
        }

        using var snapshot = _store.Read();
        snapshot.Generation.Should().Be(1);
        snapshot.DocumentCount.Should().Be(1);
        snapshot.Find(held.Id).Should().NotBeNull();
        snapshot.Words().Should().NotContain(word => word.Key == "dos");
    }

    [Fact]
    public void Commit_Run_NotesItsTime()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        Stores.Open(_folder, time).Fill(Samples.Passage("Uno."));

        using var connection = Connect();
        connection.Scalar("SELECT indexed_at FROM store").Should().Be("2026-01-02T03:04:05.0000000+00:00");
    }

    [Fact]
    public async Task Write_WhileAnotherWrites_WaitsForItToEnd()
    {
        var first = _store.Write();
        var committed = false;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = Task.Run(() =>
        {
            started.SetResult();
            using var writer = _store.Write();
            return (Volatile.Read(ref committed), writer.ContentHashes());
        });
        await started.Task;

        first.Put(new DocumentInfo("a.md", "A"), "h", []);
        Volatile.Write(ref committed, true);
        first.Commit();
        first.Dispose();

        var (sawCommit, hashes) = await second;
        sawCommit.Should().BeTrue();
        hashes.Should().ContainKey("a.md");
    }

    [Fact]
    public void Write_ManyAtOnce_LoseNoUpdate()
    {
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, _ =>
        {
            using var writer = Stores.Open(_folder).Write();
            var count = int.Parse(writer.ContentHashes().GetValueOrDefault("contador.md", "0"), CultureInfo.InvariantCulture);
            writer.Put(new DocumentInfo("contador.md", "Contador"), (count + 1).ToString(CultureInfo.InvariantCulture), []);
            writer.Commit();
        });

        using var last = _store.Write();
        last.ContentHashes()["contador.md"].Should().Be("6");
    }

    public void Dispose() => _folder.Dispose();

    private long Count(string sql)
    {
        using var connection = Connect();
        return (long)connection.Scalar(sql)!;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.Combine("azusena.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
