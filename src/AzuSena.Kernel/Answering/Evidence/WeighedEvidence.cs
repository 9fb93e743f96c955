using AzuSena.Memory.Reading;

namespace AzuSena.Answering.Evidence;

/// <summary>The confidence that the passages found answer a question.</summary>
/// <param name="Confidence">The probability, 0 to 1.</param>
/// <param name="Features">The features it was computed from; null if nothing had to be weighed.</param>
/// <param name="Reading">Whether the reader took part, or why not.</param>
public sealed record WeighedEvidence(double Confidence, EvidenceFeatures? Features = null, ReadingOutcome Reading = ReadingOutcome.NotNeeded);
