using AzuSena.Spanish;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Search;

/// <summary>What became of the articles that a question names.</summary>
/// <param name="Found">Those whose text the documents hold, or speak of where they do not hold the law itself.</param>
/// <param name="Missing">Those they do not.</param>
/// <param name="IsText">Whether what was found is the articles' own text.</param>
public sealed record RuleLookup(IReadOnlyList<RuleReference> Found, IReadOnlyList<RuleReference> Missing, bool IsText)
{
    private static readonly HashSet<string> Asking =
        [.. SpanishAnalyzer.Stem("art arts artículos número texto dice establece contiene trata habla señala ordena regula dispone estatutaria orgánica año")];

    /// <summary>The terms that ask for something in the articles, without those that only name them; in a text that speaks of articles the names count.</summary>
    public List<QuestionTerm> WithoutNames(IEnumerable<QuestionTerm> terms)
    {
        var names = Found.Concat(Missing).SelectMany(rule => SpanishAnalyzer.Stem(rule.Text)).ToHashSet(StringComparer.Ordinal);
        return [.. terms.Where(term => !IsText || (!names.Contains(term.Stem) && !Asking.Contains(term.Stem)))];
    }
}
