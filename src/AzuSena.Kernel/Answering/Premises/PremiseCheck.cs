using AzuSena.Answering.Grounding;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Premises;

/// <summary>
/// Finds the sentence that denies what a question takes for granted. Only a sentence that says nearly all of it counts, and only where none that says as
/// much agrees: a wrong correction harms more than a missed one.
/// </summary>
internal static class PremiseCheck
{
    private const int MaxPassages = 5;
    private const double MinCoverage = 0.7;

    /// <summary>The hit, from 0, and the stretch of its text that denies the question's premise; null where none does.</summary>
    public static (int Hit, Range Unit)? Contradiction(string question, SearchResult search)
    {
        if (Premise.Of(question) is not { } premise || Claim.Of(premise) is not { IsEmpty: false } claim)
        {
            return null;
        }

        var idf = search.Terms.ToDictionary(term => term.Stem, term => term.Idf, StringComparer.Ordinal);
        var units = search.Hits.Take(MaxPassages).SelectMany((hit, i) => GroundText.Of(i + 1, hit.Passage).Units).ToArray();
        var ranked = units.Select(unit => (Unit: unit, Denial: Judge(claim, unit, idf))).Where(it => it.Denial.Coverage >= MinCoverage).OrderByDescending(it => it.Denial.Coverage).ToArray();
        return ranked is [var best, ..] && best.Denial.IsDenied && !ranked.Any(it => !it.Denial.IsDenied && it.Denial.Coverage >= best.Denial.Coverage)
            ? (best.Unit.Text.Number - 1, best.Unit.Span)
            : null;
    }

    private static (double Coverage, bool IsDenied) Judge(Claim claim, GroundUnit unit, Dictionary<string, double> idf)
    {
        foreach (var (own, other) in Opposites.Of(claim))
        {
            var saysOwn = unit.Polarity.Affirmed.Overlaps(own);
            if (!saysOwn && (unit.Polarity.Affirmed.Overlaps(other) || unit.Polarity.Denied.Overlaps(own)))
            {
                return (Coverage(claim, unit, idf, own), true);
            }
        }

        return (Coverage(claim, unit, idf, except: null), new ClaimCheck(claim, [unit]).IsDenied());
    }

    // Share of the premise's idf mass that the sentence holds itself, or half as surely in what it stands under.
    private static double Coverage(Claim claim, GroundUnit unit, Dictionary<string, double> idf, HashSet<string>? except)
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
}
