using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Premises;

/// <summary>
/// Finds a sentence that contradicts a question's premise. Only a sentence that covers nearly all of it counts, and only if no sentence of equal coverage
/// agrees: a wrong correction harms more than a missed one.
/// </summary>
internal static partial class PremiseCheck
{
    private const int MaxPassages = 5;
    private const double MinCoverage = 0.7;

    // "Ningún programa del SENA tiene costo de inscripción": a negation may come far before the cost.
    private const int ClauseReach = 6;

    /// <summary>The index of the hit and the range of its text that contradict the question's premise; null if there is none.</summary>
    /// <param name="question">The question.</param>
    /// <param name="search">The search result.</param>
    /// <param name="maxPassages">The number of passages to check, from the first.</param>
    /// <param name="ofPrices">Whether a question for a price counts: a sentence that denies it is to be found, but is no correction.</param>
    public static (int Hit, Range Unit)? Contradiction(string question, SearchResult search, int maxPassages = MaxPassages, bool ofPrices = false)
    {
        if (Premise.Of(question) is not { } premise || (!ofPrices && Premise.IsPrice(question)) || Claim.Of(premise) is not { IsEmpty: false } claim)
        {
            return null;
        }

        var idf = search.Terms.ToDictionary(term => term.Stem, term => term.Idf, StringComparer.Ordinal);
        var units = search.Hits.Take(maxPassages).SelectMany((hit, i) => GroundText.Of(i + 1, hit.Passage).Units).ToArray();
        var ranked = units.Select(unit => (Unit: unit, Denial: Judge(claim, unit, idf)))
            .Where(it => it.Denial.Coverage >= MinCoverage)
            .OrderByDescending(it => it.Denial.Coverage)
            .ToArray();
        return ranked is [var best, ..] && best.Denial.IsDenied && !ranked.Any(it => !it.Denial.IsDenied && it.Denial.Coverage >= best.Denial.Coverage)
            ? (best.Unit.Text.Number - 1, best.Unit.Span)
            : null;
    }

    private static (double Coverage, bool IsDenied) Judge(Claim claim, GroundUnit unit, Dictionary<string, double> idf)
    {
        var text = unit.Text.Passage!.Text[unit.Span];
        var clauses = Polarity.Of(text, ClauseReach);
        foreach (var (own, other) in Opposites.Of(claim))
        {
            var saysOwn = clauses.Affirmed.Overlaps(own.Stems) && unit.Words.Overlaps(own.Words);
            if (!saysOwn && (unit.Polarity.Affirmed.Overlaps(other.Stems) || clauses.Denied.Overlaps(own.Stems)))
            {
                return (Coverage(claim, unit, idf, own.Stems), true);
            }
        }

        return (Coverage(claim, unit, idf, except: null), IsDenied(claim, Hypothesis().Replace(text, "")));
    }

    // If both contain a negation, they contradict each other only in the words directly after the premise's negation, and not if the sentence states the
    // opposite of what the premise denies.
    private static bool IsDenied(Claim claim, string text)
    {
        var (premise, said) = (claim.Polarity, Polarity.Of(text));
        var areBothDenials = premise.Denials > 0 && said.Denials > 0;
        var focus = areBothDenials ? Polarity.Of(claim.Text, reach: 1).Denied : premise.Denied;
        return (focus.Any(stem => said.Affirmed.Contains(stem) && !said.Denied.Contains(stem)) && !Opposites.Agree(premise, Polarity.Of(text, ClauseReach)))
            || (premise.Denials != said.Denials
                && said.Denied.Any(stem => !said.Affirmed.Contains(stem) && premise.Affirmed.Contains(stem) && !premise.Denied.Contains(stem)));
    }

    // Share of the premise's idf mass that the sentence contains, words of its context counting half.
    private static double Coverage(Claim claim, GroundUnit unit, Dictionary<string, double> idf, IReadOnlySet<string>? except)
    {
        var (held, mass) = (0.0, 0.0);
        foreach (var stem in claim.Stems.Where(stem => except?.Contains(stem) is not true))
        {
            var weight = idf.GetValueOrDefault(stem, 1);
            mass += weight;
            held += unit.Stems.Contains(stem) ? weight : unit.Context.Contains(stem) ? weight / 2 : 0;
        }

        return mass == 0 ? 0 : held / mass;
    }

    // "Conviene revisar si el programa exige ir al centro" affirms and denies nothing.
    [GeneratedRegex(@"\b[Ss]i\b[^,.;:]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hypothesis();
}
