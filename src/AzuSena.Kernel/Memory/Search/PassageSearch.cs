using AzuSena.Errors;
using AzuSena.Language;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Search;

/// <summary>
/// Finds the passages that answer a question: Spanish analysis, full-text search, spelling of words that the documents lack, and a
/// rerank of the best candidates.
/// </summary>
/// <remarks>Safe for concurrent use. A search is processor work, so no more run at once than there are processors to run them.</remarks>
public sealed class PassageSearch(PassageStore store) : IDisposable
{
    private const int Candidates = 50;
    private const int MaxCorrectionCandidates = 8;

    private readonly SemaphoreSlim _processors = new(Math.Max(2, Environment.ProcessorCount));
    private volatile Vocabulary? _vocabulary;

    /// <summary>The best <paramref name="limit"/> passages for a question; none where no term of it is known.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.IndexNotReady"/>: nothing has been indexed yet.</exception>
    public async Task<SearchResult> SearchAsync(string question, int limit, CancellationToken cancellationToken)
    {
        await _processors.WaitAsync(cancellationToken);
        try
        {
            return Search(question, limit, cancellationToken);
        }
        finally
        {
            _processors.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _processors.Dispose();

    private SearchResult Search(string question, int limit, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        if (snapshot.Generation == 0)
        {
            throw new AzuSenaException(ErrorCode.IndexNotReady);
        }

        var (terms, corrections) = Understand(question, snapshot);
        var stems = terms.Select(term => term.Stem);
        var rules = RuleSearch.Find(question, snapshot);
        var candidates = rules is { } named ? snapshot.MatchWithin(stems, named.Passages) : snapshot.Match(stems, Math.Max(limit, Candidates));
        cancellationToken.ThrowIfCancellationRequested();

        var scores = Reranker.Score(terms, candidates);
        var best = Enumerable.Range(0, candidates.Count).OrderByDescending(i => scores[i]).Take(limit).ToArray();
        var passages = snapshot.Load(best.Select(i => candidates[i].Key));
        var hits = best.Zip(passages, (i, passage) => new PassageHit(passage, scores[i], candidates[i].Score)).ToArray();
        return new SearchResult(rules?.Lookup.WithoutNames(terms) ?? terms, corrections, hits, Bm25.Idf(snapshot.PassageCount, 1), snapshot.Generation, rules?.Lookup);
    }

    private (List<QuestionTerm> Terms, List<SpellingCorrection> Corrections) Understand(string question, StoreSnapshot snapshot)
    {
        var typed = SpanishAnalyzer.Analyze(question).DistinctBy(term => term.Stem, StringComparer.Ordinal).ToList();
        var frequencies = snapshot.DocumentFrequencies(typed.Select(term => term.Stem));
        var corrections = new Dictionary<string, SpellingCorrection>(StringComparer.Ordinal);
        foreach (var unknown in typed.Where(term => !frequencies.ContainsKey(term.Stem)))
        {
            if (Correct(unknown.Word, frequencies.Keys, snapshot) is { } correction)
            {
                corrections.Add(unknown.Stem, correction);
            }
        }

        var stems = typed
            .Select(term => corrections.TryGetValue(term.Stem, out var correction)
                ? (Stem: SpanishAnalyzer.StemOf(correction.To), IsGuess: true)
                : (term.Stem, IsGuess: false))
            .DistinctBy(term => term.Stem, StringComparer.Ordinal)
            .ToList();
        if (corrections.Count > 0)
        {
            frequencies = snapshot.DocumentFrequencies(stems.Select(term => term.Stem));
        }

        var passages = snapshot.PassageCount;
        var terms = stems.ConvertAll(term => new QuestionTerm(term.Stem, Bm25.Idf(passages, frequencies.GetValueOrDefault(term.Stem)), term.IsGuess));
        return (terms, [.. corrections.Values]);
    }

    // Of the words it may have been meant to be, the one that stands together with the question's other words most often.
    private SpellingCorrection? Correct(string word, IReadOnlyCollection<string> otherStems, StoreSnapshot snapshot) =>
        VocabularyOf(snapshot).Near(word)
            .Take(MaxCorrectionCandidates)
            .Select(near => (Word: near, Together: snapshot.CountTogether(SpanishAnalyzer.StemOf(near), otherStems)))
            .OrderByDescending(candidate => candidate.Together)
            .Select(candidate => new SpellingCorrection(word, candidate.Word))
            .FirstOrDefault();

    private Vocabulary VocabularyOf(StoreSnapshot snapshot)
    {
        if (_vocabulary is not { } known || known.Generation != snapshot.Generation)
        {
            _vocabulary = known = new Vocabulary(snapshot.Generation, snapshot.Words());
        }

        return known;
    }
}
