namespace AzuSena.Answering.Grounding;

/// <summary>The sentences of passages that together say most of a claim, and how much of it.</summary>
internal sealed class EvidenceChoice
{
    // What a sentence stands under or behind is said with it, but less surely.
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

    /// <summary>The sentences, best first; none where nothing is shared.</summary>
    public IReadOnlyList<GroundUnit> Units { get; }

    /// <summary>Share of the claim's idf mass that they hold together, 0 to 1; a claim without words is as good as its literals.</summary>
    public double Coverage => _stems.Length == 0 ? 1 : Of(Units);

    /// <summary>Share of the claim's idf mass that one of them holds.</summary>
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

    // Of sentences that share as many words, the one with the same numbers is the one that was meant.
    private static double Facts(Claim claim, GroundUnit unit) => claim.Numbers.Count == 0 ? 0
        : FactWeight * claim.Numbers.Count(number => number.Keys.Any(unit.Numbers.Contains)) / claim.Numbers.Count;
}
