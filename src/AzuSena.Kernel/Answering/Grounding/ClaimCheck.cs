using AzuSena.Answering.Grounding.Facts;

namespace AzuSena.Answering.Grounding;

/// <summary>Compares the literals of a claim with its evidence.</summary>
internal sealed class ClaimCheck
{
    // A further sentence proves a literal only if it also contains the surrounding words of the claim.
    private const int Neighbours = 3;
    private const double MinNeighbours = 0.5;
    private const double MinNeighboursOfOthers = 0.75;

    // A claim that uses nearly all of a sentence's words but another name has altered it.
    private const double NearlyTheSame = 0.85;

    private const int MaxSubjectStart = 25;

    private readonly Claim _claim;
    private readonly IReadOnlyList<GroundUnit> _evidence;
    private readonly HeldLiterals _around;
    private readonly bool _isNearlyTheSame;
    private readonly bool _omits;

    /// <param name="claim">The claim.</param>
    /// <param name="evidence">The supporting sentences, best first.</param>
    public ClaimCheck(Claim claim, IReadOnlyList<GroundUnit> evidence)
    {
        var plain = claim.Terms.Where(term => !claim.Literals.Names.Any(name => name.Start == term.Start)).ToArray();
        _isNearlyTheSame = evidence.Count > 0 && plain.Count(term => evidence[0].Stems.Contains(term.Stem)) >= NearlyTheSame * plain.Length;
        _omits = evidence.Count > 0
            && evidence[0].Literals.NameCounts.Any(
                name => name.Value > claim.Literals.NameCounts.GetValueOrDefault(name.Key) && !claim.Words.Contains(name.Key));
        _claim = claim;
        _evidence = evidence;
        _around = new HeldLiterals(evidence, withPlace: true);
    }

    /// <summary>Whether the evidence lacks a number, date, law, article or name of the claim.</summary>
    public bool IsMissing()
    {
        var literals = _claim.Literals;
        var othersLaws = _evidence.Any(unit => unit.Literals.Legal.Laws.Any(held => !literals.Legal.Laws.Any(held.IsSame)));
        return _claim.Numbers.Any(number => !Near(number.Start, number.End).Holds(number))
            || literals.Dates.Any(date => !Near(literals.Place(date.Start, date.End)).Holds(date))
            || literals.Legal.Laws.Any(law => !Near(literals.Place(law.Start, law.End)).Holds(law) && (othersLaws || !_around.Holds(law)))
            || literals.Legal.Articles.Any(article => !Near(literals.Place(article.Start, article.End)).Holds(article) && !_around.Holds(article))
            || IsNameMissing()
            || IsReplaced();
    }

    /// <summary>Whether the claim contradicts its evidence by a denial, in either direction.</summary>
    public bool IsDenied()
    {
        if (_evidence.Count == 0 || _claim.Polarity.Denials == _evidence[0].Polarity.Denials)
        {
            return false;
        }

        var unit = _evidence[0];
        return _claim.Polarity.Denied.Any(stem => unit.Polarity.Affirmed.Contains(stem) && !unit.Polarity.Denied.Contains(stem))
            || unit.Polarity.Denied.Any(
                stem => !unit.Polarity.Affirmed.Contains(stem) && _claim.Polarity.Affirmed.Contains(stem) && !_claim.Polarity.Denied.Contains(stem));
    }

    /// <summary>The numbers, dates, laws and articles that no passage contains, as written.</summary>
    public static List<string> NotFound(Claim claim, HeldLiterals held)
    {
        var literals = claim.Literals;
        var missing = literals.Legal.Laws.Where(law => !held.Holds(law)).Select(law => literals.Place(law.Start, law.End))
            .Concat(literals.Legal.Articles.Where(article => !held.Holds(article)).Select(article => literals.Place(article.Start, article.End)))
            .Concat(literals.Dates.Where(date => !held.Holds(date)).Select(date => literals.Place(date.Start, date.End)))
            .Concat(claim.Numbers.Where(number => !held.Holds(number)).Select(number => number.Start..number.End));
        return
        [
            .. missing.OrderBy(range => range.Start.Value)
                .Select(range => claim.Text[range].Trim(' ', ',', ';', ':', '.', '(', ')'))
                .Distinct(StringComparer.Ordinal)
        ];
    }

    // "Rollo" for the passage's "él" is acceptable; "Rollo" for its "Carlos" is not.
    private bool IsNameMissing()
    {
        var names = _claim.Literals.Names.Where(name => !name.IsLoose && !Near(name.Start, name.End).HoldsName(name.Keys[0])).ToArray();
        return names.Length > 0 && (_evidence.Count == 0 || _omits || names.Any(name => !IsSubject(name)));
    }

    // The subject of a sentence may be in its title or the sentence before. If the claim otherwise uses the passage's words, the subject comes first.
    private bool IsSubject(Fact name) => HeldLiterals.HasName(_evidence[0].Text.PlaceWords, name.Keys[0])
        || (_evidence[0].Before is { } before && HeldLiterals.HasName(before.Words, name.Keys[0]) && (!_isNearlyTheSame || name.Start <= MaxSubjectStart));

    // A name or number occurs more often than in the evidence, while another one of the evidence is missing: one has replaced the other.
    private bool IsReplaced()
    {
        if (!_isNearlyTheSame)
        {
            return false;
        }

        var (said, held) = (_claim.Literals, _evidence[0].Literals);
        return (_omits && said.Names.Any(name => !name.IsLoose && said.NameCounts[name.Keys[0]] > held.NameCounts.GetValueOrDefault(name.Keys[0])))
            || (_evidence.Count == 1 && Exceeds(said.NumberCounts, held.NumberCounts) && Exceeds(held.NumberCounts, said.NumberCounts));
    }

    private static bool Exceeds(IReadOnlyDictionary<string, int> here, IReadOnlyDictionary<string, int> there) =>
        here.Any(pair => there.ContainsKey(pair.Key) && pair.Value > there[pair.Key])
        || here.Any(pair => !there.ContainsKey(pair.Key));

    private HeldLiterals Near(Range range) => Near(range.Start.Value, range.End.Value);

    private HeldLiterals Near(int start, int end)
    {
        if (_evidence.Count <= 1)
        {
            return new HeldLiterals(_evidence, withPlace: false);
        }

        var before = _claim.Terms.Where(term => term.Start + term.Length <= start).TakeLast(Neighbours);
        var neighbours = before.Concat(_claim.Terms.Where(term => term.Start >= end).Take(Neighbours)).Select(term => term.Stem).ToArray();
        return new HeldLiterals(
            [
                _evidence[0],
                .. _evidence.Skip(1).Where(
                    unit => neighbours.Count(unit.Stems.Contains) >= (_omits ? MinNeighboursOfOthers : MinNeighbours) * neighbours.Length)
            ],
            withPlace: false);
    }
}
