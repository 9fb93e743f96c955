namespace AzuSena.Answers;

/// <summary>A question word that is not in the documents, replaced by the nearest word that is.</summary>
/// <param name="From">The word as typed, folded.</param>
/// <param name="To">The replacement, folded.</param>
public sealed record SpellingCorrection(string From, string To);
