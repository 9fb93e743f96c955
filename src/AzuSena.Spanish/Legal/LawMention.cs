namespace AzuSena.Spanish.Legal;

/// <summary>A reference to a law or ruling in a text.</summary>
/// <param name="Kind">Its folded kind: <c>ley</c>, <c>decreto</c>, <c>sentencia</c>, …; <c>nombre</c> for one that is referred to by name.</param>
/// <param name="Number">Its normalised number, or its folded name.</param>
/// <param name="Year">Its year, if the text gives one.</param>
/// <param name="Start">Start in the folded text.</param>
/// <param name="End">End, exclusive.</param>
public sealed record LawMention(string Kind, string Number, int? Year, int Start, int End)
{
    /// <summary>Whether the two may be the same: equal numbers and no conflicting years.</summary>
    public bool IsSame(LawMention other) => Kind == other.Kind && Number == other.Number && (Year is null || other.Year is null || Year == other.Year);

    /// <summary>Whether <paramref name="other"/> contains all the information of this one.</summary>
    public bool IsSaidBy(LawMention other) => Kind == other.Kind && Number == other.Number && (Year is null || Year == other.Year);
}

/// <summary>A reference to an article in a text.</summary>
/// <param name="Number">Its number, normalised.</param>
/// <param name="Laws">The laws that it may belong to; empty if the text names none.</param>
/// <param name="Start">Start in the folded text.</param>
/// <param name="End">End, exclusive, including its law if that follows immediately.</param>
public sealed record ArticleMention(string Number, IReadOnlyList<LawMention> Laws, int Start, int End);
