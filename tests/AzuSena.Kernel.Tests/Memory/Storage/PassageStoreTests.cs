using AzuSena.Errors;
using AzuSena.Memory.Sqlite;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Storage;

public sealed class PassageStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.Combine("azusena.db");

    [Fact]
    public void Read_NewFolder_IsMadeAndEmpty()
    {
        var store = Stores.Open(_folder.Combine("a/b"));

        store.HoldsAnything().Should().BeFalse();
        using var snapshot = store.Read();
        (snapshot.Generation, snapshot.DocumentCount, snapshot.PassageCount).Should().Be((0L, 0, 0));
        File.Exists(_folder.Combine("a/b/azusena.db")).Should().BeTrue();
    }

    [Fact]
    public void HoldsAnything_AfterACommit_IsTrueInAnotherStoreToo()
    {
        Stores.Open(_folder).Fill(Samples.Passage("Texto."));

        Stores.Open(_folder).HoldsAnything().Should().BeTrue();
    }

    [Fact]
    public void Read_NoiseInPlaceOfTheDatabase_IsPutAsideAndReplaced()
    {
        var noise = new byte[50_000];
        new Random(1).NextBytes(noise);
        AssertPutAside(noise);
    }

    [Fact]
    public void Read_TextInPlaceOfTheDatabase_IsPutAsideAndReplaced() => AssertPutAside("Esto no es una base de datos.\n"u8.ToArray());

    [Theory]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(10_000)]
    public void Read_TruncatedDatabase_IsPutAsideAndReplaced(int length) => AssertPutAside(ClosedDatabase()[..length]);

    [Fact]
    public void Read_DatabaseWithADamagedPage_IsPutAsideAndReplaced()
    {
        var content = ClosedDatabase();
        content.AsSpan(4096, 4096).Fill(0xAA);
        AssertPutAside(content);
    }

    [Fact]
    public void Read_EmptyFileInPlaceOfTheDatabase_BecomesAStore()
    {
        File.WriteAllBytes(Database, []);

        var store = Stores.Open(_folder);

        store.Fill(Samples.Passage("Texto."));
        store.HoldsAnything().Should().BeTrue();
    }

    [Fact]
    public void Read_DatabaseOfANewerVersion_IsRefusedAndKept()
    {
        Stores.Open(_folder).Fill(Samples.Passage("Texto."));
        var version = PassageStore.SchemaVersion;
        Execute("PRAGMA user_version = 99");

        var store = Stores.Open(_folder);

        store.Invoking(it => it.Read()).Should().Throw<AzuSenaException>()
            .WithMessage("*versión más nueva*DATA_DIR*").Which.Code.Should().Be(ErrorCode.StoreUnavailable);
        store.Invoking(it => it.Write()).Should().Throw<AzuSenaException>();
        Execute($"PRAGMA user_version = {version}");
        Stores.Open(_folder).HoldsAnything().Should().BeTrue();
    }

    [Fact]
    public void Read_FolderBelowAFile_IsUnavailableAndNamesTheFolder()
    {
        var store = Stores.Open(Path.Combine(_folder.Write("archivo", "x"), "datos"));

        foreach (var use in new Action[] { () => store.Read(), () => store.Write(), () => store.HoldsAnything() })
        {
            var refusal = use.Should().Throw<AzuSenaException>().Which;
            refusal.Code.Should().Be(ErrorCode.StoreUnavailable);
            refusal.ForOperator.Should().Match("*archivo/datos»*DATA_DIR*");
            refusal.Message.Should().NotContain("datos»", "clients read it");
        }
    }

    [Fact]
    public void Read_FolderInPlaceOfTheDatabase_IsUnavailable()
    {
        Directory.CreateDirectory(Database);

        Stores.Open(_folder).Invoking(store => store.Read()).Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.StoreUnavailable);
    }

    [Fact]
    public void Read_ManyStoresOfOneFolderAtOnce_AllOpenIt()
    {
        var generations = new long[8];
        Parallel.For(0, generations.Length, new ParallelOptions { MaxDegreeOfParallelism = generations.Length }, i =>
        {
            using var snapshot = Stores.Open(_folder).Read();
            generations[i] = snapshot.Generation + 1;
        });

        generations.Should().OnlyContain(generation => generation == 1);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertPutAside(byte[] content)
    {
        File.WriteAllBytes(Database, content);
        var store = Stores.Open(_folder, new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));

        store.HoldsAnything().Should().BeFalse();
        store.Fill(Samples.Passage("Texto."));

        store.HoldsAnything().Should().BeTrue();
        File.ReadAllBytes(Database + ".corrupt-20260102030405").Should().Equal(content);
    }

    // A database that holds something, without a write-ahead log beside it.
    private byte[] ClosedDatabase()
    {
        Stores.Open(_folder).Fill([.. Enumerable.Range(0, 50).Select(i => Samples.Passage($"Pasaje número {i} sobre aprendices.", position: i))]);
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        File.Exists(Database + "-wal").Should().BeFalse();
        return File.ReadAllBytes(Database);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
