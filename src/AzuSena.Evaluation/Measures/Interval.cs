namespace AzuSena.Evaluation.Measures;

/// <summary>A figure with its 95 % confidence interval: the range of what the same measurement over other questions would have given.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">Questions that it was computed over.</param>
public sealed record Interval(double Value, double Low, double High, int Count);
