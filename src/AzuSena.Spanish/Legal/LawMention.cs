namespace AzuSena.Spanish.Legal;

/// <summary>A law, ruling or article as a text names it.</summary>
/// <param name="Kind">What it is, folded: <c>ley</c>, <c>decreto</c>, <c>sentencia</c>, …; <c>nombre</c> for one that goes by its name.</param>
/// <param name="Number">Its number in one spelling, or its folded name.</param>
/// <param name="Year">Its year, where the text gives one.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record LawMention(string Kind, string Number, int? Year, int Start, int End)
{
    /// <summary>Whether the two may be the same: the same number, and no year against another.</summary>
    public bool IsSame(LawMention other) => Kind == other.Kind && Number == other.Number && (Year is null || other.Year is null || Year == other.Year);

    /// <summary>Whether <paramref name="other"/> says all that this one does.</summary>
    public bool IsSaidBy(LawMention other) => Kind == other.Kind && Number == other.Number && (Year is null || Year == other.Year);
}

/// <summary>An article as a text names it.</summary>
/// <param name="Number">Its number, normalised.</param>
/// <param name="Laws">The laws that it may belong to; empty where the text names none.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where it ends, exclusive, its law included where that follows at once.</param>
public sealed record ArticleMention(string Number, IReadOnlyList<LawMention> Laws, int Start, int End);
