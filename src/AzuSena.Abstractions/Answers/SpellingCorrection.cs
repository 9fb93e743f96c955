namespace AzuSena.Answers;

/// <summary>A question word that the documents lack, read as the nearest one that they have.</summary>
/// <param name="From">The word as typed, folded.</param>
/// <param name="To">The word it was read as, folded.</param>
public sealed record SpellingCorrection(string From, string To);
