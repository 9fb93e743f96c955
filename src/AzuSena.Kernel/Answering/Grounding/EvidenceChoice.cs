namespace AzuSena.Answering.Grounding;

/// <summary>Chooses the passage sentences that together cover most of a claim, and measures the coverage.</summary>
internal sealed class EvidenceChoice
{
    // A sentence's context counts as said with it, but with less certainty.
    private const double ContextWeight = 0.5;
    private const double FactWeight = 0.1;
    private const double MinFurtherCoverage = 0.3;
    private const double MinGain = 0.12;
    private const int MaxUnits = 3;

    private readonly (string Stem, double Weight)[] _stems;
    private readonly double _mass;

    public EvidenceChoice(Claim claim, GroundTexts texts)
    {
        _stems = [.. claim.Stems.Select(stem => (stem, texts.Idf(stem)))];
        _mass = Math.Max(_stems.Sum(stem => stem.Weight), double.Epsilon);
        Units = Choose(claim, texts.Units);
    }

    /// <summary>The sentences, best first; empty if no words are shared.</summary>
    public IReadOnlyList<GroundUnit> Units { get; }

    /// <summary>Share of the claim's idf mass that they contain together, 0 to 1; 1 for a claim without words, which depends on its literals alone.</summary>
    public double Coverage => _stems.Length == 0 ? 1 : Of(Units);

    /// <summary>Share of the claim's idf mass that one of them contains.</summary>
    public double Of(GroundUnit unit) => Of([unit]);

    private double Of(IReadOnlyList<GroundUnit> units) => _stems.Sum(stem => stem.Weight * Weight(stem.Stem, units)) / _mass;

    private static double Weight(string stem, IReadOnlyList<GroundUnit> units)
    {
        var best = 0.0;
        foreach (var unit in units)
        {
            if (unit.Stems.Contains(stem))
            {
                return 1;
            }

            best = unit.Context.Contains(stem) ? ContextWeight : best;
        }

        return best;
    }

    private List<GroundUnit> Choose(Claim claim, GroundUnit[] units)
    {
        var coverages = Array.ConvertAll(units, unit => Of(unit));
        var chosen = new List<GroundUnit>();
        var reached = 0.0;
        while (chosen.Count < MaxUnits)
        {
            var (best, bestGain) = (-1, 0.0);
            for (var i = 0; i < units.Length; i++)
            {
                if (coverages[i] + FactWeight <= bestGain || (chosen.Count > 0 && (coverages[i] < MinFurtherCoverage || chosen.Contains(units[i]))))
                {
                    continue;
                }

                var gain = chosen.Count == 0 ? coverages[i] + Facts(claim, units[i]) : Of([.. chosen, units[i]]) - reached;
                if (gain > bestGain && (chosen.Count == 0 || gain >= MinGain))
                {
                    (best, bestGain) = (i, gain);
                }
            }

            if (best < 0)
            {
                break;
            }

            chosen.Add(units[best]);
            reached = Of(chosen);
        }

        return chosen;
    }

    // Among sentences that share as many words, one with the same numbers is preferred.
    private static double Facts(Claim claim, GroundUnit unit)
    {
        var (dates, legal, held) = (claim.Literals.Dates, claim.Literals.Legal, unit.Literals);
        var all = claim.Numbers.Count + dates.Count + legal.Laws.Count + legal.Articles.Count;
        return all == 0 ? 0 : FactWeight / all * (claim.Numbers.Count(number => number.Keys.Any(unit.Numbers.Contains))
            + dates.Count(date => held.Dates.Any(date.IsSaidBy))
            + legal.Laws.Count(law => held.Legal.Laws.Any(law.IsSaidBy))
            + legal.Articles.Count(article => held.Legal.Articles.Any(other => other.Number == article.Number)));
    }
}
