using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Memory.Search;

/// <summary>What a search found, best first, and how the question was understood.</summary>
/// <param name="Terms">The question's distinct terms after spelling correction, in its order.</param>
/// <param name="Corrections">The words that were read as another.</param>
/// <param name="Hits">The passages, best first.</param>
/// <param name="RarestIdf">The idf of a term that one passage holds: what one certain match is worth in this store.</param>
/// <param name="Generation">The generation of the store that was searched.</param>
/// <param name="Rules">What became of the articles that the question names; null where it names none. The hits are then theirs alone.</param>
/// <param name="Embedder">The provider and model of the vectors that were searched too; null where words alone were.</param>
public sealed record SearchResult(
    IReadOnlyList<QuestionTerm> Terms,
    IReadOnlyList<SpellingCorrection> Corrections,
    IReadOnlyList<PassageHit> Hits,
    double RarestIdf,
    long Generation,
    RuleLookup? Rules = null,
    string? Embedder = null)
{
    /// <summary>How it came about; null where something else than <see cref="PassageSearch"/> searched.</summary>
    public SearchSteps? Steps { get; init; }
}

/// <summary>A term of the question.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Idf">How rare it is among the passages: ln(1 + (N - n + ½)/(n + ½)), never negative.</param>
/// <param name="IsGuess">Whether spelling correction put it in the place of a word that the documents lack.</param>
public sealed record QuestionTerm(string Stem, double Idf, bool IsGuess = false);

/// <summary>A passage with its scores.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">The final score, from 0 to 1 within one search; comparable only within it.</param>
/// <param name="Bm25">The BM25 score over the question's terms; comparable between questions once divided by their idf.</param>
/// <param name="Cosine">The cosine of its vector and the question's; null where one of the two is missing.</param>
public sealed record PassageHit(Passage Passage, double Score, double Bm25, double? Cosine = null);
