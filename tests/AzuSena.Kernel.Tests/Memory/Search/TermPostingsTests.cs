using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Spanish;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Memory.Search;

public sealed class TermPostingsTests : IDisposable
{
    private static readonly string[] Words = ["contrato", "biblioteca", "certificado", "portal", "empresa", "libro", "fondo", "negocio", "deporte", "cultura"];

    private readonly TemporaryFolder _folder = new();
    private readonly PassageStore _store;

    public TermPostingsTests()
    {
        _store = Stores.Open(_folder);
        var random = new Random(3);
        _store.Fill([.. Enumerable.Range(0, 200).Select(i => Samples.Passage(
            string.Join(' ', Enumerable.Range(0, 3 + random.Next(20))
                .Select(_ => Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))])) + $" unico{i}.",
            path: $"{i:D3}.md") with
            {
                Questions = i % 3 > 0 ? [] : [new SectionQuestions(null, [$"¿{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]}?"])],
            })]);
    }

    [Theory]
    [InlineData("contrato")]
    [InlineData("contrato negocio cultura")]
    [InlineData("deporte unico17")]
    [InlineData("unico3 unico4 desconocida")]
    [InlineData("contrato biblioteca certificado portal empresa libro fondo negocio deporte cultura")]
    public void Best_Terms_AreThoseThatEveryPassageScoredByItselfGives(string question)
    {
        using var snapshot = _store.Read();
        var terms = Terms(question, snapshot);

        var best = TermPostings.Read(snapshot, CancellationToken.None).Best(terms, 10, allowed: null);

        var scored = Scored(terms, snapshot);
        best.Should().HaveCount(Math.Min(10, scored.Count)).And.OnlyHaveUniqueItems();
        best.Select(key => scored[key]).Should().BeInDescendingOrder(Comparer<double>.Create((a, b) => Math.Abs(a - b) < 1e-4 ? 0 : a.CompareTo(b)));
        scored[best[^1]].Should().BeApproximately(scored.Values.OrderDescending().Take(10).Last(), 1e-4);
    }

    [Fact]
    public void Best_Allowed_FindsOnlyThose()
    {
        using var snapshot = _store.Read();
        var terms = Terms("contrato", snapshot);
        long[] allowed = [5, 6, 7, 90, 1000];

        var best = TermPostings.Read(snapshot, CancellationToken.None).Best(terms, 10, allowed);

        best.Should().BeSubsetOf(allowed).And.BeEquivalentTo(Scored(terms, snapshot).Keys.Intersect(allowed));
    }

    [Fact]
    public void Best_UnknownTerm_FindsNothing()
    {
        using var snapshot = _store.Read();

        TermPostings.Read(snapshot, CancellationToken.None).Best([new QuestionTerm("xilofon", 3)], 10, allowed: null).Should().BeEmpty();
    }

    [Fact]
    public void Read_Cancelled_Throws()
    {
        using var snapshot = _store.Read();

        FluentActions.Invoking(() => TermPostings.Read(snapshot, new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public async Task Of_BigStore_IsReadOnceForEachGeneration()
    {
        using var cache = new PostingsCache(_store, minPassages: 100);
        using (var snapshot = _store.Read())
        {
            cache.Of(snapshot).Should().BeNull("nothing waits for it");
        }

        await cache.FillAsync(CancellationToken.None);
        using var before = _store.Read();
        var postings = cache.Of(before);
        postings!.State.Generation.Should().Be(1);
        cache.Of(before).Should().BeSameAs(postings);

        _store.Fill(Samples.Passage("Uno nuevo.", path: "nuevo.md"));
        using var after = _store.Read();
        cache.Of(after).Should().BeNull("what was read is of another generation");
        await cache.FillAsync(CancellationToken.None);
        cache.Of(after)!.State.Generation.Should().Be(2);
    }

    [Fact]
    public async Task Of_SmallStore_IsLeftToTheDatabase()
    {
        using var cache = new PostingsCache(_store, minPassages: 200);
        using var snapshot = _store.Read();

        await cache.FillAsync(CancellationToken.None);

        cache.Of(snapshot).Should().BeNull();
    }

    public void Dispose() => _folder.Dispose();

    private static QuestionTerm[] Terms(string question, StoreSnapshot snapshot)
    {
        var stems = SpanishAnalyzer.Stem(question);
        var frequencies = snapshot.DocumentFrequencies(stems);
        return [.. stems.Select(stem => new QuestionTerm(stem, Bm25.Idf(snapshot.PassageCount, frequencies.GetValueOrDefault(stem))))];
    }

    private static Dictionary<long, double> Scored(QuestionTerm[] terms, StoreSnapshot snapshot)
    {
        var scorer = new CandidateScorer(terms, snapshot.AverageTermCount);
        return snapshot.AllTerms().Select(scorer.Score).Where(candidate => candidate.Bm25 > 0)
            .ToDictionary(candidate => candidate.Match.Key, candidate => candidate.Bm25);
    }
}
