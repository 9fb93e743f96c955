using System.Text.Json.Serialization;

namespace AzuSena.Answering.Tracing;

/// <summary>The trace of a search.</summary>
/// <param name="Generation">The generation of the store that was searched.</param>
/// <param name="Store">The database of the generation; null if the search was not the product's own.</param>
/// <param name="Terms">The question's terms after spelling correction, in order.</param>
/// <param name="Corrections">Spelling corrections; empty if texts are not stored.</param>
/// <param name="CorrectionCount">The number of spelling corrections.</param>
/// <param name="Rules">The lookup of the articles that the question names; null if it names none.</param>
/// <param name="Vectors">The vectors that were searched; null for words alone.</param>
/// <param name="Candidates">All considered passages: first the reranked ones, best first, then those that were found by words but not reranked.</param>
public sealed record TracedRetrieval(
    long Generation,
    string? Store,
    IReadOnlyList<TracedTerm> Terms,
    IReadOnlyList<TracedCorrection> Corrections,
    int CorrectionCount,
    TracedRules? Rules,
    TracedVectors? Vectors,
    IReadOnlyList<TracedCandidate> Candidates);

/// <summary>A term of the question.</summary>
/// <param name="Stem">The stem; null if texts are not stored.</param>
/// <param name="Idf">The inverse document frequency among the passages.</param>
/// <param name="IsGuess">Whether it comes from spelling correction.</param>
public sealed record TracedTerm(string? Stem, double Idf, bool IsGuess);

/// <summary>A spelling correction.</summary>
/// <param name="From">The word as typed, folded.</param>
/// <param name="To">The replacement.</param>
public sealed record TracedCorrection(string From, string To);

/// <summary>The lookup of the articles that a question names.</summary>
/// <param name="Found">The number of articles found.</param>
/// <param name="Missing">The number of articles missing.</param>
/// <param name="Named">All named articles; empty if texts are not stored.</param>
public sealed record TracedRules(int Found, int Missing, IReadOnlyList<string> Named);

/// <summary>The vectors that were searched.</summary>
/// <param name="Embedder">Their provider and model.</param>
/// <param name="Weight">Their share in the final scores.</param>
/// <param name="Index">The kind of index.</param>
/// <param name="Count">The number of vectors.</param>
/// <param name="Generation">The generation of the store that they correspond to.</param>
public sealed record TracedVectors(string Embedder, double Weight, string Index, int Count, long Generation);

/// <summary>A considered passage, with its scores at each stage.</summary>
/// <param name="PassageId">The passage's id, valid unless it has been replaced since.</param>
/// <param name="FoundBy">How it was found.</param>
/// <param name="Rank">Its place in the final order, from 1; null if it was not ranked.</param>
/// <param name="Fate">The result.</param>
/// <param name="Bm25">BM25 over the question's terms.</param>
/// <param name="Rerank">The rerank score; null if it was not reranked.</param>
/// <param name="Words">The score by words, 0 to 1.</param>
/// <param name="Cosine">The cosine of its vector and the question's.</param>
/// <param name="Score">The final score, words and vectors weighted.</param>
/// <param name="Title">The document's title, if the passage was kept and texts are stored.</param>
/// <param name="Text">The passage's text, if the passage was kept and texts are stored.</param>
public sealed record TracedCandidate(
    string? PassageId,
    CandidateSource FoundBy,
    int? Rank,
    CandidateFate Fate,
    double Bm25,
    TracedRerank? Rerank = null,
    double? Words = null,
    double? Cosine = null,
    double? Score = null,
    string? Title = null,
    string? Text = null);

/// <summary>The components of the rerank score, before weighting.</summary>
/// <param name="Pairs">The score of the question's word pairs.</param>
/// <param name="Sentence">The score of the best single sentence.</param>
/// <param name="Place">The score of title and headings.</param>
/// <param name="Grams">The score of character 4-grams.</param>
/// <param name="Listed">The score of the most similar of the questions listed for it.</param>
public sealed record TracedRerank(double Pairs, double Sentence, double Place, double Grams, double Listed = 0);

/// <summary>How a passage was found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CandidateSource>))]
public enum CandidateSource
{
    /// <summary>By its words.</summary>
    [JsonStringEnumMemberName("words")]
    Words,

    /// <summary>By its vector alone.</summary>
    [JsonStringEnumMemberName("vectors")]
    Vectors,

    /// <summary>As the text of an article that the question names.</summary>
    [JsonStringEnumMemberName("rule")]
    Rule,
}

/// <summary>The result for a considered passage.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CandidateFate>))]
public enum CandidateFate
{
    /// <summary>The answer could draw on it.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>It ranked below the requested number of passages.</summary>
    [JsonStringEnumMemberName("beyond_limit")]
    BeyondLimit,

    /// <summary>Its score is below <c>Memory__MinScore</c>.</summary>
    [JsonStringEnumMemberName("below_score")]
    BelowScore,

    /// <summary>Its words matched too little for it to be reranked.</summary>
    [JsonStringEnumMemberName("before_rerank")]
    BeforeRerank,
}
