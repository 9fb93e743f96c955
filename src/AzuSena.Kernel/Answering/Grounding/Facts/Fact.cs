namespace AzuSena.Answering.Grounding.Facts;

/// <summary>The kinds of literals that must occur verbatim in the passages.</summary>
internal enum FactKind
{
    /// <summary>A number, amount, percentage, ordinal or code.</summary>
    Number,

    /// <summary>A complete or partial date.</summary>
    Date,

    /// <summary>A law, decree, resolution, ruling or code.</summary>
    Law,

    /// <summary>An article, with its law if the sentence names one.</summary>
    Article,

    /// <summary>A capitalised word inside a sentence.</summary>
    Name,
}

/// <summary>A literal stated by a sentence.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">Start in the folded text.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Keys">Its alternative normal forms.</param>
/// <param name="IsLoose">Whether it may also be an everyday word ("una"): then it can prove, but need not be proved.</param>
internal sealed record Fact(FactKind Kind, int Start, int End, IReadOnlyList<string> Keys, bool IsLoose = false);
