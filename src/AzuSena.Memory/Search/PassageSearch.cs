using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Search;

/// <summary>
/// Finds the passages that answer a question: Spanish analysis, full-text search, spelling correction of words that the documents lack, nearest vectors, and a
/// ranking by words and vectors.
/// </summary>
/// <remarks>Safe for concurrent use. Searches are CPU-bound, so at most one per processor runs at once.</remarks>
public sealed class PassageSearch(PassageStore store, PassageVectors vectors, IOptions<SearchOptions> options) : IDisposable
{
    // FTS5 is fast enough up to this number of passages.
    private const int SmallStore = 10_000;
    private const int FullTextCandidates = 150;
    private const int Candidates = 50;

    private readonly SemaphoreSlim _processors = new(Math.Max(2, Environment.ProcessorCount));
    private readonly PostingsCache _postings = new(store, SmallStore);
    private readonly SearchTermReader _reader = new(options.Value.CorrectsSpelling);

    /// <summary>The best <paramref name="limit"/> passages for a question; none if no term of it is known and no vector is near.</summary>
    /// <param name="question">The question, complete by itself.</param>
    /// <param name="limit">The maximum number of passages.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <param name="filter">Which passages may be found; all if null.</param>
    /// <param name="background">What was said around the question, such as a story; its words count a little. Null if nothing was.</param>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.IndexNotReady"/>: nothing has been indexed yet.</exception>
    public async Task<SearchResult> SearchAsync(
        string question, int limit, CancellationToken cancellationToken, PassageFilter? filter = null, string? background = null)
    {
        using var vector = await vectors.EmbedAsync(question, cancellationToken);
        return await SearchAsync(question, background, vector, limit, filter?.ToCondition(), cancellationToken);
    }

    /// <summary>Preloads the data that makes searches of a large store fast; otherwise the first search starts to load it.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: the database cannot be read.</exception>
    public Task WarmUpAsync(CancellationToken cancellationToken) => _postings.FillAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _postings.Dispose();
        _processors.Dispose();
    }

    internal async Task<SearchResult> SearchAsync(
        string question,
        string? background,
        QuestionVector? vector,
        int limit,
        PassageCondition? condition,
        CancellationToken cancellationToken)
    {
        await _processors.WaitAsync(cancellationToken);
        try
        {
            return Search(question, background, vector, limit, condition, cancellationToken);
        }
        finally
        {
            _processors.Release();
        }
    }

    private SearchResult Search(
        string question, string? background, QuestionVector? vector, int limit, PassageCondition? condition, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        if (snapshot.Generation == 0)
        {
            throw PassageStore.NotReady;
        }

        // Keys of another database refer to other passages.
        vector = vector?.Served.State.IsOfSameDatabase(snapshot.State) is true ? vector : null;

        var understood = _reader.Read(question, background, snapshot);
        var rules = RuleSearch.Find(question, snapshot);
        var allowed = condition is null ? null : snapshot.KeysWhere(condition);
        cancellationToken.ThrowIfCancellationRequested();

        var scorer = new CandidateScorer(understood.All, snapshot.AverageTermCount);
        var (candidates, byWords, beyond) = rules is { } named
            ? new Gathered(snapshot.TermsOf(allowed is null ? named.Passages : named.Passages.Intersect(allowed)).ConvertAll(scorer.Score))
            : Gather(understood, vector, Math.Max(limit, Candidates), allowed, scorer, snapshot);
        cancellationToken.ThrowIfCancellationRequested();

        var words = options.Value.Reranks ? Reranker.Score(understood.All, understood.Terms.Count, candidates) : Reranker.WithoutReranking(candidates);
        var cosines = Fusion.Cosines(vector, candidates);
        var scores = Fusion.Fuse(words.Total, cosines, vector?.Served.Embedder.Weight ?? 0);
        var best = Enumerable.Range(0, candidates.Count)
            .Where(i => scores[i] >= options.Value.MinScore)
            .OrderByDescending(i => scores[i])
            .Take(limit)
            .ToArray();
        var passages = snapshot.Load(best.Select(i => candidates[i].Match.Key));
        var units = vector is null ? [] : snapshot.QuoteVectors.Compare(vector.Served.EmbedderId, vector.Vector, best.Select(i => candidates[i].Match.Key));
        var hits = best.Zip(passages, (i, passage) => new PassageHit(passage, scores[i], candidates[i].Bm25, cosines[i])
        {
            UnitCosines = units.GetValueOrDefault(candidates[i].Match.Key),
        }).ToArray();
        return new SearchResult(
            rules?.Lookup.WithoutNames(understood.Terms) ?? understood.Terms,
            understood.Corrections,
            hits,
            Bm25.Idf(snapshot.PassageCount, 1),
            snapshot.Generation,
            rules?.Lookup,
            vector?.Served.Embedder.Fingerprint is { } fingerprint ? $"{fingerprint.Provider}:{fingerprint.Model}" : null)
        {
            Background = understood.Background,
            Steps = new SearchSteps(
                snapshot.State,
                [.. candidates.Select(candidate => candidate.Match.Key)],
                [.. candidates.Select(candidate => candidate.Bm25)],
                byWords,
                words,
                cosines,
                scores,
                vector is null ? null : SearchedVectors.Of(vector.Served),
                options.Value.MinScore,
                [.. beyond.Select(candidate => (candidate.Match.Key, candidate.Bm25))],
                snapshot.PublicIds(candidates.Concat(beyond).Select(candidate => candidate.Match.Key))),
        };
    }

    // The best by words, and the nearest by vectors that are not among them.
    private Gathered Gather(SearchTerms question, QuestionVector? vector, int limit, List<long>? allowed, CandidateScorer scorer, StoreSnapshot snapshot)
    {
        var matches = _postings.Of(snapshot) is { } postings
            ? snapshot.TermsOf(postings.Best(question.Terms, limit, allowed))
            : snapshot.Match(
                CandidateTerms.Choose(question.Terms.Select(term => term.Stem), question.Frequencies),
                Math.Max(limit, FullTextCandidates),
                allowed);
        var ranked = matches.Select(scorer.Score).OrderByDescending(candidate => candidate.Bm25).ToList();
        var candidates = ranked.Take(limit).ToList();
        var byWords = candidates.Count;
        var beyond = ranked[byWords..];
        if (vector is not null)
        {
            var known = candidates.Select(candidate => candidate.Match.Key).ToHashSet();
            var near = vector.Served.Index.Search(vector.Vector, Candidates, allowed).Select(match => match.Id).Where(known.Add).ToArray();
            candidates.AddRange(snapshot.TermsOf(near).ConvertAll(scorer.Score));

            // A passage with a near vector is kept, however many others rank higher by words.
            beyond.RemoveAll(candidate => known.Contains(candidate.Match.Key));
        }

        return new Gathered(candidates, byWords, beyond);
    }

    // The candidates, how many of them (the first ones) the words found, and those that the words found beyond the limit and that are not candidates.
    private sealed record Gathered(List<Candidate> Candidates, int ByWords, List<Candidate> Beyond)
    {
        public Gathered(List<Candidate> named)
            : this(named, named.Count, [])
        {
        }
    }
}
