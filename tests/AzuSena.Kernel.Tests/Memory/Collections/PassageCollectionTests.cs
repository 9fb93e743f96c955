using System.Linq.Expressions;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace AzuSena.Memory.Collections;

/// <summary>The contract of vector stores, as a program that knows nothing of AzuSENA uses it.</summary>
public sealed class PassageCollectionTests : IDisposable
{
    private static readonly string[] Wanted = ["b.md", "d.md"];

    private readonly EmbedderDouble _model = new(48, "doble", "carro automóvil");
    private readonly VectorMemory _memory;
    private readonly VectorStoreCollection<string, Passage> _collection;

    public PassageCollectionTests()
    {
        _memory = new VectorMemory(_model.ToEmbedder());
        _collection = new PassageCollection(_memory.Store, _memory.Search, _memory.Vectors);
    }

    public static TheoryData<Expression<Func<Passage, bool>>, string> Filters => new()
    {
        { passage => passage.Document.Path == "a.md", "a" },
        { passage => passage.Document.Path != "a.md", "bcd" },
        { passage => "a.md" == passage.Document.Path || passage.Document.Title == "Título c", "ac" },
        { passage => passage.Document.AsOf >= new DateOnly(2025, 1, 1), "cd" },
        { passage => new DateOnly(2025, 1, 1) > passage.Document.AsOf, "b" },
        { passage => passage.Document.AsOf!.Value == new DateOnly(2024, 6, 1), "b" },
        { passage => passage.Document.AsOf == null, "a" },
        { passage => passage.Document.Source != null && passage.Document.Source.Contains("Ley"), "bd" },
        { passage => passage.Document.Title.StartsWith("Título "), "abcd" },
        { passage => passage.Document.Topics!.Contains("par"), "bd" },
        { passage => !passage.Document.Topics!.Contains("par"), "ac" },
        { passage => Wanted.Contains(passage.Document.Path), "bd" },
        { passage => new List<string> { "c.md" }.Contains(passage.Document.Path), "c" },
        { passage => passage.Locator!.Page > 2, "cd" },
        { passage => passage.Position == 0 && true, "abcd" },
        { passage => passage.Text.Contains("100%' OR 1=1 --"), "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task GetAsync_Filter_GivesWhatTheExpressionMeans(Expression<Func<Passage, bool>> filter, string expected)
    {
        await FillAsync();

        (await ListAsync(_collection.GetAsync(filter, top: 10))).Should().Be(expected);
    }

    [Fact]
    public async Task GetAsync_FilterThatTheStoreCannotTell_SaysSo()
    {
        await FillAsync();

        await _collection.Invoking(it => ListAsync(it.GetAsync(passage => passage.Text.Length > 3, top: 10))).Should().ThrowAsync<NotSupportedException>()
            .WithMessage("*Text.Length*");
    }

    [Fact]
    public async Task GetAsync_ComparisonOfTheCallersOwn_IsRefusedAndNotPassedOver()
    {
        await FillAsync();

        await _collection.Invoking(
            it => ListAsync(it.GetAsync(passage => passage.Document.Title.Contains("TÍTULO", StringComparison.OrdinalIgnoreCase), top: 10)))
            .Should().ThrowAsync<NotSupportedException>();
        await _collection.Invoking(
            it => ListAsync(it.GetAsync(passage => passage.Document.Title.StartsWith("TÍTULO", StringComparison.OrdinalIgnoreCase), top: 10)))
            .Should().ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public async Task GetAsync_OrderSkipAndTop_AreKept()
    {
        await FillAsync();
        var options = new FilteredRecordRetrievalOptions<Passage> { Skip = 1, OrderBy = order => order.Descending(passage => passage.Document.Title) };

        (await ListAsync(_collection.GetAsync(passage => passage.Position == 0, top: 2, options))).Should().Be("cb");
    }

    [Fact]
    public async Task UpsertAsync_Passage_IsFoundByWordsAtOnceAndByVectorsAfterUpkeep()
    {
        (await _collection.CollectionExistsAsync()).Should().BeFalse();
        var passage = Samples.Passage("El automóvil se revisa.", path: "a.md");
        await _collection.UpsertAsync(passage);

        (await _collection.CollectionExistsAsync()).Should().BeTrue();
        (await _collection.GetAsync(passage.Id)).Should().BeEquivalentTo(passage);
        (await _memory.FindAsync("revisar")).Should().Equal("a.md");
        await _collection.Invoking(it => ListAsync(it.SearchAsync("carro", 3))).Should().ThrowAsync<VectorStoreException>();

        await _memory.RefreshAsync();
        var found = await FirstAsync(_collection.SearchAsync("carro", 3));
        found.Record.Id.Should().Be(passage.Id);
        found.Score.Should().BeInRange(0.1, 1);
    }

    [Fact]
    public async Task UpsertAsync_SamePosition_ReplacesItAndKeepsTheOthers()
    {
        var other = Samples.Passage("Segundo.", path: "a.md", position: 1);
        await _collection.UpsertAsync([Samples.Passage("Primero.", path: "a.md"), other]);

        await _collection.UpsertAsync(Samples.Passage("Cambiado.", path: "a.md"));

        using var snapshot = _memory.Store.Read();
        (snapshot.DocumentCount, snapshot.PassageCount).Should().Be((1, 2));
        snapshot.Match(["cambi"], 5).Should().ContainSingle();
        snapshot.Match(["primer"], 5).Should().BeEmpty();
        snapshot.Find(other.Id).Should().NotBeNull();
    }

    [Fact]
    public async Task UpsertAsync_DocumentThatTheFolderLacks_StaysWhenTheFolderIsIndexed()
    {
        using var corpus = TestCorpus.Create();
        await using var product = new TestProduct(corpus.Path);
        await product.IndexAsync();
        await product.Get<VectorStoreCollection<string, Passage>>().UpsertAsync(Samples.Passage("Aviso puesto a mano.", path: "aviso.md"));

        (await product.IndexAsync()).Removed.Should().Be(0);

        using var snapshot = product.Get<PassageStore>().Read();
        snapshot.DocumentCount.Should().Be(7);
    }

    [Fact]
    public async Task DeleteAsync_LastPassage_TakesItsDocumentAlong()
    {
        await FillAsync();
        var passage = Passage('a', asOf: null);

        await _collection.DeleteAsync(passage.Id);
        await _collection.DeleteAsync("no-existe");

        (await _collection.GetAsync(passage.Id)).Should().BeNull();
        using var snapshot = _memory.Store.Read();
        snapshot.Documents().Select(document => document.Path).Should().Equal("b.md", "c.md", "d.md");
    }

    [Fact]
    public async Task SearchAsync_VectorFilterThresholdAndSkip_AreKept()
    {
        await FillAsync();
        await _memory.RefreshAsync();
        var vector = await _memory.Source.Current!.EmbedQuestionAsync("número b", CancellationToken.None);

        (await FirstAsync(_collection.SearchAsync(vector, 3))).Record.Document.Path.Should().Be("b.md");
        (await FirstAsync(_collection.SearchAsync(new ReadOnlyMemory<float>(vector), 3))).Record.Document.Path.Should().Be("b.md");
        (await FirstAsync(_collection.SearchAsync(new Embedding<float>(vector), 3))).Record.Document.Path.Should().Be("b.md");
        (await FirstAsync(_collection.SearchAsync(
            vector, 3, new() { Filter = passage => passage.Document.Path != "b.md" }))).Record.Document.Path.Should().NotBe("b.md");
        (await ListAsync(_collection.SearchAsync(vector, 4, new() { ScoreThreshold = 2 }))).Should().BeEmpty();
        (await ListAsync(_collection.SearchAsync(vector, 2, new() { Skip = 1 }))).Should().HaveLength(2).And.NotContain("b");
    }

    [Fact]
    public async Task SearchAsync_WrongDimensionOrType_SaysSo()
    {
        await FillAsync();
        await _memory.RefreshAsync();

        await _collection.Invoking(it => ListAsync(it.SearchAsync(new float[3], 3))).Should().ThrowAsync<ArgumentException>().WithMessage("*3 components*48*");
        await _collection.Invoking(it => ListAsync(it.SearchAsync(7, 3))).Should().ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public async Task HybridSearchAsync_WordsAndVector_FindsByBoth()
    {
        await _collection.UpsertAsync(
            [Samples.Passage("El automóvil se revisa.", path: "a.md"), Samples.Passage("El contrato se firma.", path: "b.md"),
                Samples.Passage("Nada.", path: "c.md")]);
        await _memory.RefreshAsync();
        var hybrid = (IKeywordHybridSearchable<Passage>)_collection;

        (await FirstAsync(hybrid.HybridSearchAsync("carro", [], 3))).Record.Document.Path.Should().Be("a.md");
        (await FirstAsync(hybrid.HybridSearchAsync("xilófono", ["contrato"], 3))).Record.Document.Path.Should().Be("b.md");
        (await ListAsync(hybrid.HybridSearchAsync("carro", ["contrato"], 3, new() { Filter = passage => passage.Document.Path == "a.md" }))).Should().Be("a");
    }

    [Fact]
    public async Task EnsureCollectionDeletedAsync_Always_LeavesNothing()
    {
        await FillAsync();

        await _collection.EnsureCollectionDeletedAsync();

        using var snapshot = _memory.Store.Read();
        (snapshot.DocumentCount, snapshot.PassageCount).Should().Be((0, 0));
    }

    public void Dispose()
    {
        _collection.Dispose();
        _memory.Dispose();
    }

    private Task FillAsync() => _collection.UpsertAsync(
    [
        Passage('a', asOf: null),
        Passage('b', new DateOnly(2024, 6, 1), "Ley 119", 2, "par"),
        Passage('c', new DateOnly(2025, 1, 1), "Acuerdo", 3),
        Passage('d', new DateOnly(2026, 1, 1), "Ley 30", 4, "par"),
    ]);

    private static Passage Passage(char letter, DateOnly? asOf, string? source = null, int? page = null, params string[] topics)
    {
        var document = new DocumentInfo($"{letter}.md", $"Título {letter}", source, asOf, topics);
        var text = $"Texto número {letter}.";
        return new Passage(PassageId.Of(document.Path, 0, text), document, [], 0, text, page is null ? null : new Locator(Page: page));
    }

    private static async Task<string> ListAsync(IAsyncEnumerable<Passage> passages) =>
        string.Concat(await passages.Select(passage => passage.Document.Path[..1]).ToListAsync());

    private static Task<string> ListAsync(IAsyncEnumerable<VectorSearchResult<Passage>> results) => ListAsync(results.Select(result => result.Record));

    private static async Task<VectorSearchResult<Passage>> FirstAsync(IAsyncEnumerable<VectorSearchResult<Passage>> results) => await results.FirstAsync();
}
