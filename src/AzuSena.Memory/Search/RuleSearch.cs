using AzuSena.Memory.Storage;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Search;

/// <summary>
/// Looks up the articles that a question names ("artículo 48 de la ley 100 de 1993"). Whoever names a rule wants that rule: a neighbour that
/// shares its words is no answer, so what is not held is said to be missing.
/// </summary>
internal static class RuleSearch
{
    /// <summary>The passages of the named articles and what became of each; null where the question names none.</summary>
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
            ? snapshot.LawsWithoutNumber().Find(law => RuleText.Names(question, law)) ?? RuleText.NamedCode(question)
            : null;
        return asked
            .Where(rule => (rule.Law ?? unnumbered) is not null)
            .Select(rule => new RuleReference((rule.Law ?? unnumbered)!, rule.Article))
            .Distinct()
            .ToList();
    }

    // What a text says of an article counts only where the law itself is not held: an article that refers to another is not that other.
    private static List<long> Mentions(RuleReference rule, StoreSnapshot snapshot) => snapshot.HoldsLaw(rule.Law) ? [] : snapshot.PassagesThatMention(rule);
}
