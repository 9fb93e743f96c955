using System.Text.RegularExpressions;
using AzuSena.Answering.Grounding;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Premises;

/// <summary>
/// Finds the sentence that denies what a question takes for granted. Only a sentence that says nearly all of it counts, and only where none that says as
/// much agrees: a wrong correction harms more than a missed one.
/// </summary>
internal static partial class PremiseCheck
{
    private const int MaxPassages = 5;
    private const double MinCoverage = 0.7;

    // "Ningún programa del SENA tiene costo de inscripción": a denial may stand far in front of what costs.
    private const int ClauseReach = 6;

    /// <summary>The hit, from 0, and the stretch of its text that denies the question's premise; null where none does.</summary>
    /// <param name="question">The question.</param>
    /// <param name="search">What was found.</param>
    /// <param name="maxPassages">How many of the first passages are read.</param>
    public static (int Hit, Range Unit)? Contradiction(string question, SearchResult search, int maxPassages = MaxPassages)
    {
        if (Premise.Of(question) is not { } premise || Claim.Of(premise) is not { IsEmpty: false } claim)
        {
            return null;
        }

        var idf = search.Terms.ToDictionary(term => term.Stem, term => term.Idf, StringComparer.Ordinal);
        var units = search.Hits.Take(maxPassages).SelectMany((hit, i) => GroundText.Of(i + 1, hit.Passage).Units).ToArray();
        var ranked = units.Select(unit => (Unit: unit, Denial: Judge(claim, unit, idf))).Where(it => it.Denial.Coverage >= MinCoverage).OrderByDescending(it => it.Denial.Coverage).ToArray();
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

    // Where both deny something, they contradict each other only in what the denial of the premise is about, which stands right behind it; and not where
    // the sentence says the opposite of what the premise denies.
    private static bool IsDenied(Claim claim, string text)
    {
        var (premise, said) = (claim.Polarity, Polarity.Of(text));
        var areBothDenials = premise.Denials > 0 && said.Denials > 0;
        var focus = areBothDenials ? Polarity.Of(claim.Text, reach: 1).Denied : premise.Denied;
        return (focus.Any(stem => said.Affirmed.Contains(stem) && !said.Denied.Contains(stem)) && !Opposites.Agree(premise, Polarity.Of(text, ClauseReach)))
            || (premise.Denials != said.Denials && said.Denied.Any(stem => !said.Affirmed.Contains(stem) && premise.Affirmed.Contains(stem) && !premise.Denied.Contains(stem)));
    }

    // Share of the premise's idf mass that the sentence holds itself, or half as surely in what it stands under.
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

    // "Conviene revisar si el programa exige ir al centro" says neither that it does nor that it does not.
    [GeneratedRegex(@"\b[Ss]i\b[^,.;:]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hypothesis();
}
