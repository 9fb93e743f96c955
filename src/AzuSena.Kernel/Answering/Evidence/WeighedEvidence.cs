namespace AzuSena.Answering.Evidence;

/// <summary>How sure it is that the passages found answer a question.</summary>
/// <param name="Confidence">The probability, 0 to 1.</param>
/// <param name="Features">What it was told from; null where nothing had to be weighed.</param>
public sealed record WeighedEvidence(double Confidence, EvidenceFeatures? Features = null);
