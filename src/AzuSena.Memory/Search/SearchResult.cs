using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Memory.Search;

/// <summary>The results of a search, best first, and the interpretation of the question.</summary>
/// <param name="Terms">The question's distinct terms after spelling correction, in its order.</param>
/// <param name="Corrections">The words that were corrected.</param>
/// <param name="Hits">The passages, best first.</param>
/// <param name="RarestIdf">The idf of a term that occurs in one passage: the value of one certain match in this store.</param>
/// <param name="Generation">The generation of the store that was searched.</param>
/// <param name="Rules">The result for the articles that the question names; null if it names none. The hits are then theirs only.</param>
/// <param name="Embedder">The provider and model of the vectors that were searched too; null if only words were.</param>
public sealed record SearchResult(
    IReadOnlyList<QuestionTerm> Terms,
    IReadOnlyList<SpellingCorrection> Corrections,
    IReadOnlyList<PassageHit> Hits,
    double RarestIdf,
    long Generation,
    RuleLookup? Rules = null,
    string? Embedder = null)
{
    /// <summary>The terms of what was said around the question, with a reduced idf; only known ones.</summary>
    public IReadOnlyList<QuestionTerm> Background { get; init; } = [];

    /// <summary>How the result was computed; null unless <see cref="PassageSearch"/> searched.</summary>
    public SearchSteps? Steps { get; init; }
}

/// <summary>A term of the question.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Idf">Its idf over the passages: ln(1 + (N - n + ½)/(n + ½)), never negative.</param>
/// <param name="IsGuess">Whether spelling correction substituted it for a word that the documents lack.</param>
public sealed record QuestionTerm(string Stem, double Idf, bool IsGuess = false);

/// <summary>A passage with its scores.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The final score, from 0 to 1 within one search; comparable only within it.</param>
/// <param name="Bm25">The BM25 score over the question's terms; comparable between questions once divided by their idf.</param>
/// <param name="Cosine">The cosine of its vector and the question's; null if one of the two is missing.</param>
public sealed record PassageHit(Passage Passage, double Score, double Bm25, double? Cosine = null)
{
    /// <summary>The cosine of each of its quotable units and the question, in order; null if their vectors or the question's are missing.</summary>
    public IReadOnlyList<float>? UnitCosines { get; init; }
}
