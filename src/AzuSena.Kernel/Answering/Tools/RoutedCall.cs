using AzuSena.Answering.Tools.Slots;

namespace AzuSena.Answering.Tools;

/// <summary>A function that a question may be routed to.</summary>
/// <param name="Function">The function.</param>
/// <param name="Pattern">The pattern that fits best, as its author wrote it.</param>
/// <param name="Score">How well it fits, 0 to 1.</param>
/// <param name="Values">The values by parameter.</param>
/// <param name="Missing">The parameters that the question gives no value for.</param>
public sealed record RoutedCall(
    AnsweringFunction Function, string Pattern, double Score, IReadOnlyDictionary<string, SlotValue> Values, IReadOnlyList<string> Missing)
{
    /// <summary>The inputs as people read them: <c>25 de diciembre de 2026</c>; empty if there are none.</summary>
    public string Asked => string.Join(", ", Values.Values.Select(value => value.Shown).Where(shown => shown.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The arguments, as the function takes them.</summary>
    public IReadOnlyDictionary<string, string> Arguments => Values.ToDictionary(value => value.Key, value => value.Value.Argument, StringComparer.Ordinal);

    /// <summary>The question that asks for what is missing; null if nothing is.</summary>
    public string? AskBack { get; init; }

    internal double Likeness { get; init; }

    internal int Held { get; init; }
}
