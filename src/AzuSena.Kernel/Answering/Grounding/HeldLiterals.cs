using AzuSena.Answering.Grounding.Facts;
using AzuSena.Spanish.Legal;

namespace AzuSena.Answering.Grounding;

/// <summary>Determines whether literals of a sentence occur in passages.</summary>
/// <param name="units">The sentences and lists to search.</param>
/// <param name="withPlace">Whether titles, headings and sources are searched too.</param>
internal sealed class HeldLiterals(IReadOnlyCollection<GroundUnit> units, bool withPlace)
{
    private readonly GroundText[] _texts = [.. units.Select(unit => unit.Text).Distinct()];

    /// <summary>Whether any normal form of a number occurs.</summary>
    public bool Holds(Fact number) =>
        number.Keys.Any(key => units.Any(unit => unit.Numbers.Contains(key)) || (withPlace && _texts.Any(text => text.Place.ProvenNumbers().Contains(key))));

    /// <summary>Whether a date with all the information of this one occurs.</summary>
    public bool Holds(PartialDate date) => Literals().Any(literals => literals.Dates.Any(date.IsSaidBy));

    /// <summary>Whether a law occurs, with its year if one is given.</summary>
    public bool Holds(LawMention law) =>
        Literals().Any(literals => literals.Legal.Laws.Any(law.IsSaidBy)) || _texts.Any(text => text.OwnLaws.Any(law.IsSaidBy));

    /// <summary>Whether an article occurs, with its law if the sentence names one.</summary>
    public bool Holds(ArticleMention article) =>
        units.Any(unit => Has(unit.Literals, article, unit.Text))
        || _texts.Any(text => (withPlace && (Has(text.Place, article, text) || Has(text.Source, article, text)))
            || (text.Passage?.Locator?.Rule is { } rule && rule.Article == article.Number && IsOf(article, [GroundText.Mention(rule.Law)])));

    /// <summary>Whether a word occurs, in any case, singular or plural.</summary>
    public bool HoldsName(string word) =>
        units.Any(unit => HasName(unit.Words, word));

    private IEnumerable<Literals> Literals() => units.Select(unit => unit.Literals)
        .Concat(withPlace ? _texts.SelectMany(text => new[] { text.Place, text.Source }) : []);

    private static bool Has(Literals literals, ArticleMention article, GroundText text) => literals.Legal.Articles
        .Any(held => held.Number == article.Number && IsOf(article, held.Laws.Count > 0 ? held.Laws : LawsAround(text)));

    private static bool IsOf(ArticleMention article, IReadOnlyCollection<LawMention> laws) =>
        article.Laws.Count == 0 || article.Laws.Any(law => laws.Any(law.IsSame));

    // A bare "artículo 8" belongs to the law that its text is about, or else to one that the text names.
    private static IReadOnlyCollection<LawMention> LawsAround(GroundText text) =>
        text.OwnLaws.Count > 0 ? text.OwnLaws : [.. text.Source.Legal.Laws, .. text.Units.SelectMany(unit => unit.Literals.Legal.Laws)];

    /// <summary>Whether a word is among others, in singular or plural.</summary>
    public static bool HasName(IReadOnlySet<string> words, string word) =>
        words.Contains(word) || words.Contains(word + "s") || words.Contains(word + "es")
            || (word.EndsWith('s')
                && (words.Contains(word[..^1]) || words.Contains(word.EndsWith("es", StringComparison.Ordinal) ? word[..^2] : word)));
}
