namespace AzuSena.Spanish.Legal;

/// <summary>One article of one law.</summary>
/// <param name="Law">The law.</param>
/// <param name="Article">The article's number, normalised by <see cref="ArticleNumber.Normalise"/>.</param>
public sealed record RuleReference(LawName Law, string Article)
{
    /// <summary>The reference in Spanish: <c>artículo 48 de la ley 100 de 1993</c>.</summary>
    public string Text => $"artículo {Article} {Law.WithPreposition}";
}
