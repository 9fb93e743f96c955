namespace AzuSena.Answering.Tracing;

/// <summary>What the memory found, and how.</summary>
/// <param name="Generation">The generation of the store that was searched.</param>
/// <param name="Store">The database that the generation is counted in; null where something else than the product's own search searched.</param>
/// <param name="Terms">The question's terms after spelling correction, in its order.</param>
/// <param name="Corrections">Words that were read as another; none where texts are not kept.</param>
/// <param name="CorrectionCount">How many words were read as another.</param>
/// <param name="Rules">What became of the articles that the question names; null where it names none.</param>
/// <param name="Vectors">The vectors that were searched too; null where words alone were.</param>
/// <param name="Candidates">Every passage that was considered: first those that were ordered, the best first, then those that the words found and that went no further.</param>
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
/// <param name="Stem">Its stem; null where texts are not kept.</param>
/// <param name="Idf">How rare it is among the passages.</param>
/// <param name="IsGuess">Whether spelling correction put it there.</param>
public sealed record TracedTerm(string? Stem, double Idf, bool IsGuess);

/// <summary>A word that was read as another.</summary>
/// <param name="From">The word as typed, folded.</param>
/// <param name="To">The word it was read as.</param>
public sealed record TracedCorrection(string From, string To);

/// <summary>What became of the articles that a question names.</summary>
/// <param name="Found">How many are held.</param>
/// <param name="Missing">How many are not.</param>
/// <param name="Named">All of them; none where texts are not kept.</param>
public sealed record TracedRules(int Found, int Missing, IReadOnlyList<string> Named);

/// <summary>The vectors that were searched.</summary>
/// <param name="Embedder">The provider and model that made them.</param>
/// <param name="Weight">Their share in the final scores.</param>
/// <param name="Index">The kind of index.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Generation">The generation of the store that they were in line with.</param>
public sealed record TracedVectors(string Embedder, double Weight, string Index, int Count, long Generation);

/// <summary>A passage that was considered, with what it was given at each stage.</summary>
/// <param name="PassageId">Opens the passage, unless it has been replaced since.</param>
/// <param name="FoundBy">What found it.</param>
/// <param name="Rank">Its place in the final order, from 1; null where it did not come so far.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Bm25">BM25 over the question's terms.</param>
/// <param name="Rerank">What the rerank gave it; null where there was none.</param>
/// <param name="Words">The score by words, 0 to 1.</param>
/// <param name="Cosine">The cosine of its vector and the question's.</param>
/// <param name="Score">The final score, words and vectors weighed.</param>
/// <param name="Title">The document's title, of a passage that was kept, where texts are.</param>
/// <param name="Text">Its text, of a passage that was kept, where texts are.</param>
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

/// <summary>The parts of the rerank's score, before their weights.</summary>
/// <param name="Pairs">By the question's word pairs.</param>
/// <param name="Sentence">By the best single sentence.</param>
/// <param name="Place">By title and headings.</param>
/// <param name="Grams">By character 4-grams.</param>
public sealed record TracedRerank(double Pairs, double Sentence, double Place, double Grams);

/// <summary>What found a passage.</summary>
public enum CandidateSource
{
    /// <summary>Its words.</summary>
    Words,

    /// <summary>Its vector alone.</summary>
    Vectors,

    /// <summary>The question names it: it is of an article.</summary>
    Rule,
}

/// <summary>What became of a passage that was considered.</summary>
public enum CandidateFate
{
    /// <summary>The answer could draw on it.</summary>
    Kept,

    /// <summary>Others were better, and no more were asked for.</summary>
    BeyondLimit,

    /// <summary>Its score is below <c>Memory__MinScore</c>.</summary>
    BelowScore,

    /// <summary>Its words matched less than those of the passages that were ordered anew.</summary>
    BeforeRerank,
}
