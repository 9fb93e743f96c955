using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Search;

/// <summary>The result of looking up the articles that a question names.</summary>
/// <param name="Found">The articles whose text the documents hold, or mention if they do not hold the law itself.</param>
/// <param name="Missing">The articles that the documents lack.</param>
/// <param name="IsText">Whether the articles' own text was found.</param>
public sealed record RuleLookup(IReadOnlyList<RuleReference> Found, IReadOnlyList<RuleReference> Missing, bool IsText)
{
    private static readonly HashSet<string> Asking =
        [.. SpanishAnalyzer.Stem("art arts artículos número texto dice establece contiene trata habla señala ordena regula dispone estatutaria orgánica año")];

    /// <summary>The question's terms without those that only name the articles; in a text that mentions articles the names count.</summary>
    public List<QuestionTerm> WithoutNames(IEnumerable<QuestionTerm> terms)
    {
        var names = Found.Concat(Missing).SelectMany(rule => SpanishAnalyzer.Stem(rule.Text)).ToHashSet(StringComparer.Ordinal);
        return [.. terms.Where(term => !IsText || (!names.Contains(term.Stem) && !Asking.Contains(term.Stem)))];
    }
}
