namespace AzuSena.Answering.Tools.Patterns;

/// <summary>A piece of a pattern.</summary>
internal abstract record PatternPiece;

/// <summary>A word, or several of which one is enough.</summary>
/// <param name="Alternatives">The wordings, the longest first.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
internal sealed record PatternWords(IReadOnlyList<Wording> Alternatives, bool IsOptional) : PatternPiece
{
    /// <summary>Whether it holds nothing but words that any question may hold.</summary>
    public bool IsEmpty => Alternatives.All(wording => wording.Stems.Count == 0);

    /// <summary>Whether it may be missing because a stop word can stand for it.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Whether its words are stop words, each of which counts.</summary>
    public bool IsLiteral { get; private init; }

    /// <summary>The same with its stop words as words that count.</summary>
    public PatternWords Literally() =>
        this with { Alternatives = [.. Alternatives.Select(wording => wording with { Stems = wording.Words })], IsLiteral = true };
}

/// <summary>A value that the question gives.</summary>
/// <param name="Name">The function's parameter.</param>
/// <param name="Kind">The kind of value.</param>
internal sealed record PatternSlot(string Name, string Kind) : PatternPiece
{
    /// <summary>The parameter for the end of a period.</summary>
    public string? SecondName { get; init; }

    /// <summary>The words of an option.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>One wording of a piece.</summary>
/// <param name="Words">Its folded words.</param>
/// <param name="Stems">The stems of those that are no stop words.</param>
internal sealed record Wording(IReadOnlyList<string> Words, IReadOnlyList<string> Stems)
{
    /// <summary>How the words behind the stems sound, which misspelling leaves.</summary>
    public IReadOnlyList<string> Sounds { get; init; } = [];
}
