namespace AzuSena.Answering.Grounding.Facts;

/// <summary>What must stand in the passages word by word.</summary>
internal enum FactKind
{
    /// <summary>A number, amount, percentage, ordinal or code.</summary>
    Number,

    /// <summary>A date or a part of one.</summary>
    Date,

    /// <summary>A law, decree, resolution, ruling or code.</summary>
    Law,

    /// <summary>An article, with its law where the sentence names one.</summary>
    Article,

    /// <summary>A word with a capital inside a sentence.</summary>
    Name,
}

/// <summary>A literal that a sentence states.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Keys">Its normal forms, any of which may be meant.</param>
/// <param name="IsLoose">Whether it may as well be an everyday word ("una"): then it proves, but need not be proved.</param>
internal sealed record Fact(FactKind Kind, int Start, int End, IReadOnlyList<string> Keys, bool IsLoose = false);
