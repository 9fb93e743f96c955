using AzuSena.Answering.Ranking;

namespace AzuSena.Answering;

/// <summary>One of the things that a question asks, with what can be quoted for it.</summary>
/// <param name="Question">The part, complete in itself.</param>
/// <param name="Confidence">Probability that the passages found answer it, 0 to 1.</param>
/// <param name="IsAnswered">Whether that is enough.</param>
/// <param name="Quotes">What can be quoted, best first.</param>
public sealed record AskedPart(string Question, double Confidence, bool IsAnswered, IReadOnlyList<RankedQuote> Quotes);
