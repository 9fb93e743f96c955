using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Plugins.Memory;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Memory.Damage;

/// <summary>Whatever reads or writes the store may be the one to find that it is damaged: there is one way on from there.</summary>
public sealed class DamageWhileServingTests : IAsyncLifetime
{
    private readonly TemporaryFolder _corpus = new();
    private readonly EmbedderDouble _model = new();
    private readonly TestProduct _product;

    public DamageWhileServingTests()
    {
        var sections = Enumerable.Range(0, 300).Select(
            i => $"## Sección {i}\n\nEl aprendiz número {i} presenta la solicitud {i * 7} en la sede {i * 3} y recibe la respuesta {i * 11} en el plazo {i}.");
        _corpus.Write("tramites.md", $"---\ntitulo: Trámites\n---\n{string.Join("\n\n", sections)}\n");
        _product = new TestProduct(
            _corpus.Path, services => services.AddSingleton<IEmbedderSource>(new EmbedderSourceDouble(_model.ToEmbedder())), ("Answering:AbstainBelow", "0"));
    }

    private string Database => Path.Combine(_product.DataFolder, "azusena.db");

    private PassageStore Store => _product.Get<PassageStore>();

    public static TheoryData<string> Finders => new("search", "vectors", "documents", "passage", "vocabulary", "answer", "index", "collection", "write");

    public async Task InitializeAsync()
    {
        await _product.IndexAsync();
        await _product.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _corpus.Dispose();
    }

    [Theory]
    [MemberData(nameof(Finders))]
    public async Task Damage_FoundByAnyUse_IsQuarantinedAndTheUseEndsWithItsCode(string finder)
    {
        DatabaseDamage.Settle(Database);
        DatabaseDamage.OverwriteFrom(Database, 0.02);

        var code = await CodeOfAsync(() => UseAsync(finder));

        code.Should().Match(it => it == null || it == ErrorCode.IndexNotReady);
        Store.HoldsAnything().Should().Be(code is null, "a run over the corpus begins again by itself");
        DatabaseDamage.Quarantined(Database).Should().ContainSingle();
    }

    [Fact]
    public async Task Ask_DamagedDatabase_IsAskedToWaitUntilItIsIndexedAgain()
    {
        DatabaseDamage.Settle(Database);
        DatabaseDamage.OverwriteFrom(Database, 0.3);

        var first = await AskAsync();
        var second = await AskAsync();
        await _product.IndexAsync();
        await _product.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);

        first.Should().BeOfType<AnswerFailed>().Which.Should().BeEquivalentTo(new { Code = "index_not_ready", RetryAfterSeconds = 5 });
        second.Should().BeOfType<AnswerFailed>().Which.Code.Should().Be("index_not_ready");
        (await AskAsync()).Should().BeOfType<AnswerCompleted>();
        DatabaseDamage.Quarantined(Database).Should().ContainSingle();
    }

    private async Task UseAsync(string finder)
    {
        switch (finder)
        {
            case "search":
                await _product.Get<PassageSearch>().SearchAsync("aprendiz de la sede", 5, CancellationToken.None);
                break;
            case "vectors":
                Store.Fill(Samples.Passage("Nuevo.", path: "nuevo.md"));
                await _product.Get<VectorUpkeep>().RunAsync(progress: null, CancellationToken.None);
                break;
            case "documents":
                new MemoryPlugin(_product.Get<PassageSearch>(), Store).ListSources();
                break;
            case "passage":
                new MemoryPlugin(_product.Get<PassageSearch>(), Store).GetPassage("no");
                break;
            case "vocabulary":
                await _product.Get<PassageSearch>().SearchAsync("aprendis", 5, CancellationToken.None);
                break;
            case "answer":
                throw ((AnswerFailed)await AskAsync()).ToException();
            case "index":
                _corpus.Write("otro.md", "---\ntitulo: Otro\n---\nOtro texto.\n");
                await _product.IndexAsync();
                break;
            case "collection":
                await _product.Get<Collections.PassageCollection>().GetAsync("no");
                break;
            case "write":
                Store.Fill(Samples.Passage("Nuevo.", path: "nuevo.md"));
                break;
        }
    }

    private async Task<AnswerEvent> AskAsync()
    {
        AnswerEvent? last = null;
        await foreach (var step in _product.Get<AnswerService>().AskAsync(Question.Create("¿Qué recibe el aprendiz número 5?"), CancellationToken.None))
        {
            last = step;
        }

        return last!;
    }

    private static async Task<ErrorCode?> CodeOfAsync(Func<Task> use)
    {
        try
        {
            await use();
            return null;
        }
        catch (AzuSenaException exception)
        {
            return exception.Code;
        }
    }
}
