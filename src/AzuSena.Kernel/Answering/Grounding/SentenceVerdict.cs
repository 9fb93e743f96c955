using AzuSena.Answers;

namespace AzuSena.Answering.Grounding;

/// <summary>What came of holding a sentence against passages.</summary>
/// <param name="Support">How far they hold it.</param>
/// <param name="Score">How well, 0 to 1.</param>
/// <param name="Evidence">The sentences and lists of passages behind it, best first; empty for an unsupported one.</param>
/// <param name="NotFound">Laws, articles, amounts, dates and numbers that no passage holds, as they are written.</param>
/// <param name="IsDenied">Whether the passages deny what it says, or say what it denies.</param>
/// <param name="IsMissing">Whether they lack a number, date, law, article or name of it, or hold it elsewhere.</param>
public sealed record SentenceVerdict(
    SentenceSupport Support, double Score, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> NotFound, bool IsDenied, bool IsMissing = false)
{
    /// <summary>Whether it is only for want of common words that it is not supported: other words may say the same.</summary>
    public bool IsDoubtful => Support is not SentenceSupport.Supported && !IsDenied && !IsMissing;
}

/// <summary>A stretch of a passage that a sentence rests on.</summary>
/// <param name="Number">The number that cites the passage; 0 for what a tool gave, which cannot be cited.</param>
/// <param name="Start">Where it starts in the passage's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Coverage">Share of the sentence's idf mass that it holds, 0 to 1.</param>
public sealed record Evidence(int Number, int Start, int End, double Coverage);
