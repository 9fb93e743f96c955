using AzuSena.Errors;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Memory.Damage;

/// <summary>
/// Files that are deleted or replaced under a running service: a new database begins its keys and generations again, and is never taken for the old
/// one.
/// </summary>
public sealed class AnotherDatabaseTests : IAsyncLifetime
{
    private const string CatText = "El gato duerme en la casa azul de la montaña.";

    private readonly TemporaryFolder _corpus = new();
    private readonly EmbedderDouble _model = new();
    private readonly TestProduct _product;

    public AnotherDatabaseTests()
    {
        WriteFirst();
        _product = new TestProduct(_corpus.Path, services => services.AddSingleton<IEmbedderSource>(new EmbedderSourceDouble(_model.ToEmbedder())));
    }

    private string Database => Path.Combine(_product.DataFolder, "azusena.db");

    private PassageStore Store => _product.Get<PassageStore>();

    public Task InitializeAsync() => RunAsync();

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _corpus.Dispose();
    }

    [Fact]
    public async Task Search_DamagedDatabaseMadeAgainOfOtherDocuments_KnowsNothingOfTheFirst()
    {
        DatabaseDamage.Settle(Database);
        await File.WriteAllBytesAsync(Database, new byte[20_000]);
        Store.Invoking(store => store.Write()).Should().Throw<AzuSenaException>();
        WriteSecond();
        await RunAsync();

        await AssertSecondAsync();
    }

    [Theory]
    [InlineData("database")]
    [InlineData("database and log")]
    [InlineData("folder")]
    public async Task Read_FilesDeletedWhileInUse_AreNoticedAndMadeAgain(string deleted)
    {
        using (var snapshot = Store.Read())
        {
            Delete(deleted);
            snapshot.Documents().Should().HaveCount(2, "what was begun goes on");
        }

        Store.HoldsAnything().Should().BeFalse();
        WriteSecond();
        await RunAsync();
        await AssertSecondAsync();
        File.Exists(Database).Should().BeTrue();
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task Read_LogDeletedWhileInUse_LosesNothing(string suffix)
    {
        File.Delete(Database + suffix);

        using (var snapshot = Store.Read())
        {
            snapshot.Documents().Should().HaveCount(2);
        }

        Store.Fill(Samples.Passage("El uniforme se compra en la tienda.", path: "e.md"));
        SqliteConnection.ClearAllPools();
        await using var other = new TestProduct(_corpus.Path, settings: ("Memory:DataDirectory", _product.DataFolder));
        using var seen = other.Get<PassageStore>().Read();
        seen.Documents().Should().HaveCount(3, "another process sees what was written since");
    }

    [Theory]
    [InlineData("renamed")]
    [InlineData("overwritten")]
    public async Task Read_OlderCopyPutBack_IsTakenForADatabaseOfItsOwn(string how)
    {
        var copy = Path.Combine(_product.DataFolder, "copia");
        DatabaseDamage.Settle(Database);
        File.Copy(Database, copy);
        var before = State();
        _corpus.Write("a.md", Document("Uno", "El gato se fue de la casa."));
        await RunAsync();

        DatabaseDamage.Settle(Database);
        if (how == "renamed")
        {
            File.Move(copy, Database, overwrite: true);
        }
        else
        {
            File.Copy(copy, Database, overwrite: true);
        }

        var put = State();
        put.Generation.Should().Be(before.Generation);
        put.Identity.Should().NotBe(before.Identity, "its generations are counted anew from here");
        WriteSecond();
        await RunAsync();
        await AssertSecondAsync();
    }

    [Fact]
    public async Task RunAsync_IndexFileDeletedWhileServing_IsWrittenAgain()
    {
        var file = Directory.GetFiles(_product.DataFolder, "vectors-*.index").Should().ContainSingle().Subject;
        File.Delete(file);

        await _product.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);

        File.Exists(file).Should().BeTrue();
    }

    private static string Document(string title, string body) => $"---\ntitulo: {title}\n---\n{body}\n";

    private (string Identity, long Generation) State()
    {
        using var snapshot = Store.Read();
        return (snapshot.Identity, snapshot.Generation);
    }

    private void WriteFirst()
    {
        _corpus.Write("a.md", Document("Uno", CatText));
        _corpus.Write("b.md", Document("Dos", "El perro corre por el parque verde de la ciudad."));
    }

    private void WriteSecond()
    {
        File.Delete(_corpus.Combine("a.md"));
        File.Delete(_corpus.Combine("b.md"));
        _corpus.Write("c.md", Document("Tres", "La inscripción se hace por internet en la plataforma del instituto."));
        _corpus.Write("d.md", Document("Cuatro", "El uniforme se compra en la tienda de la sede principal."));
    }

    private async Task RunAsync()
    {
        await _product.IndexAsync();
        await _product.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);
    }

    // The vectors of the first documents, under the same keys, would bring these up with a cosine of 1.
    private async Task AssertSecondAsync()
    {
        _model.Texts.Should().Contain(text => text.Contains("inscripción", StringComparison.Ordinal));
        var result = await _product.Get<PassageSearch>().SearchAsync(CatText, 5, CancellationToken.None);
        result.Hits.Should().OnlyContain(hit => hit.Cosine < 0.9);
        (await _product.Get<PassageSearch>().SearchAsync("¿Dónde se compra el uniforne?", 5, CancellationToken.None)).Corrections.Should().ContainSingle();
        _product.Get<PassageVectors>().Status.Should().BeEquivalentTo(new { State = "ready", Done = 2, Total = 2 });
    }

    private void Delete(string what)
    {
        switch (what)
        {
            case "database":
                File.Delete(Database);
                break;
            case "database and log":
                File.Delete(Database);
                File.Delete(Database + "-wal");
                File.Delete(Database + "-shm");
                break;
            default:
                Directory.Delete(_product.DataFolder, recursive: true);
                break;
        }
    }
}
