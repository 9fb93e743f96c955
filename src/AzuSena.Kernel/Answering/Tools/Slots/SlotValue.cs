namespace AzuSena.Answering.Tools.Slots;

/// <summary>A value found in a question.</summary>
/// <param name="Kind">Its <see cref="SlotKind"/>.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Argument">The value as a function takes it: <c>2026-12-25</c>, <c>1423500</c>.</param>
/// <param name="Shown">The value as a person reads it: <c>25 de diciembre de 2026</c>.</param>
public sealed record SlotValue(string Kind, int Start, int End, string Argument, string Shown)
{
    /// <summary>The end of a period, as a function takes it.</summary>
    public string? Second { get; init; }

    /// <summary>Whether two values share characters.</summary>
    public bool Overlaps(SlotValue other) => Start < other.End && other.Start < End;
}
