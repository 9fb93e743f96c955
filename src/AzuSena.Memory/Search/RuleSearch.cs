using AzuSena.Memory.Storage;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Search;

/// <summary>
/// Looks up the articles that a question names ("artículo 48 de la ley 100 de 1993"). Only the named article is a valid answer, not another one with the same
/// words, so articles that are not held are reported as missing.
/// </summary>
internal static class RuleSearch
{
    /// <summary>The passages of the named articles and the result for each; null if the question names none.</summary>
    public static (RuleLookup Lookup, List<long> Passages)? Find(string question, StoreSnapshot snapshot)
    {
        var (found, missing, passages) = (new List<RuleReference>(), new List<RuleReference>(), new List<long>());
        var isText = true;
        foreach (var rule in Named(question, snapshot))
        {
            var own = snapshot.PassagesOf(rule);
            var keys = own.Count > 0 ? own : Mentions(rule, snapshot);
            isText &= own.Count == keys.Count;
            (keys.Count > 0 ? found : missing).Add(rule);
            passages.AddRange(keys);
        }

        return found.Count + missing.Count > 0 ? (new RuleLookup(found, missing, isText), passages.Distinct().ToList()) : null;
    }

    private static List<RuleReference> Named(string question, StoreSnapshot snapshot)
    {
        var asked = RuleText.Asked(question);
        var unnumbered = asked.Exists(rule => rule.Law is null)
            ? snapshot.NamedLaws().Find(law => RuleText.Names(question, law)) ?? RuleText.NamedCode(question)
            : null;
        return asked
            .Where(rule => (rule.Law ?? unnumbered) is not null)
            .Select(rule => new RuleReference((rule.Law ?? unnumbered)!, rule.Article))
            .Distinct()
            .ToList();
    }

    // Mentions in other texts count only if the law itself is not held: an article that refers to another is not that other.
    private static List<long> Mentions(RuleReference rule, StoreSnapshot snapshot) => snapshot.HoldsLaw(rule.Law) ? [] : snapshot.PassagesThatMention(rule);
}
