using AzuSena.Answers;

namespace AzuSena.Answering.Grounding;

/// <summary>The result of checking a sentence against passages.</summary>
/// <param name="Support">The degree of support.</param>
/// <param name="Score">The support score, 0 to 1.</param>
/// <param name="Evidence">The supporting sentences and lists of passages, best first; empty for an unsupported sentence.</param>
/// <param name="NotFound">Laws, articles, amounts, dates and numbers that no passage contains, as written.</param>
/// <param name="IsDenied">Whether the passages contradict it by a denial, in either direction.</param>
/// <param name="IsMissing">Whether they lack a number, date, law, article or name of it, or contain it in another place.</param>
public sealed record SentenceVerdict(
    SentenceSupport Support, double Score, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> NotFound, bool IsDenied, bool IsMissing = false)
{
    /// <summary>Whether it is unsupported only for lack of common words: other words may say the same.</summary>
    public bool IsDoubtful => Support is not SentenceSupport.Supported && !IsDenied && !IsMissing;
}

/// <summary>A range of a passage that supports a sentence.</summary>
/// <param name="Number">The citation number of the passage; 0 for a tool result, which cannot be cited.</param>
/// <param name="Start">Start in the passage's text, in UTF-16 units.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Coverage">Share of the sentence's idf mass that it contains, 0 to 1.</param>
public sealed record Evidence(int Number, int Start, int End, double Coverage);
