using AzuSena.Memory.Search;

namespace AzuSena.Answering.Tracing;

/// <summary>Records the result of each passage that a search considered.</summary>
/// <param name="search">The search result.</param>
/// <param name="steps">The intermediate steps of the search.</param>
/// <param name="withText">Whether titles and texts may be stored.</param>
internal sealed class CandidateTraces(SearchResult search, SearchSteps steps, bool withText)
{
    /// <summary>All candidates, best first.</summary>
    public List<TracedCandidate> ToList() =>
    [
        // In the search's own order: equal scores keep the candidates' order.
        .. Enumerable.Range(0, steps.Keys.Length).OrderByDescending(i => steps.Fused[i]).Select((i, place) => Ordered(i, rank: place + 1)),
        .. steps.Beyond.Select(beyond => new TracedCandidate(
            steps.Ids.GetValueOrDefault(beyond.Key), CandidateSource.Words, Rank: null, CandidateFate.BeforeRerank, beyond.Bm25)),
    ];

    /// <summary>The available information on passages that were not found by the product's own search.</summary>
    public static List<TracedCandidate> OfHits(SearchResult search, bool withText) =>
    [
        .. search.Hits.Select((hit, place) => new TracedCandidate(
            hit.Passage.Id,
            CandidateSource.Words,
            place + 1,
            CandidateFate.Kept,
            hit.Bm25,
            Cosine: hit.Cosine,
            Score: hit.Score,
            Title: withText ? hit.Passage.Document.Title : null,
            Text: withText ? hit.Passage.Text : null)),
    ];

    private TracedCandidate Ordered(int i, int rank)
    {
        var hit = rank <= search.Hits.Count ? search.Hits[rank - 1] : null;
        var (words, fused) = (steps.Words, steps.Fused[i]);
        return new TracedCandidate(
            steps.Ids.GetValueOrDefault(steps.Keys[i]),
            search.Rules is not null ? CandidateSource.Rule : i < steps.ByWords ? CandidateSource.Words : CandidateSource.Vectors,
            rank,
            hit is not null ? CandidateFate.Kept : fused < steps.MinScore ? CandidateFate.BelowScore : CandidateFate.BeyondLimit,
            steps.Bm25[i],
            words.Pairs.Length > 0 ? new TracedRerank(words.Pairs[i], words.Sentences[i], words.Places[i], words.Grams[i], words.Listed[i]) : null,
            words.Total[i],
            steps.Cosines[i],
            fused,
            withText ? hit?.Passage.Document.Title : null,
            withText ? hit?.Passage.Text : null);
    }
}
