namespace AzuSena.Answering.Grounding;

/// <summary>Compares what a claim states to the letter with the sentences that it rests on.</summary>
internal static class ClaimCheck
{
    /// <summary>How many numbers, dates, laws, articles and names of the claim the evidence lacks.</summary>
    public static int Missing(Claim claim, IReadOnlyList<GroundUnit> evidence)
    {
        var near = new HeldLiterals(evidence, withPlace: false);
        var around = new HeldLiterals(evidence, withPlace: true);
        var legal = claim.Literals.Legal;
        var othersLaws = evidence.Any(unit => unit.Literals.Legal.Laws.Any(held => !legal.Laws.Any(held.IsSame)));
        return claim.Numbers.Count(number => !near.Holds(number))
            + claim.Literals.Dates.Count(date => !near.Holds(date))
            + legal.Laws.Count(law => !near.Holds(law) && (othersLaws || !around.Holds(law)))
            + legal.Articles.Count(article => !near.Holds(article) && !around.Holds(article))
            + MissingNames(claim, evidence, near, around);
    }

    /// <summary>Whether the claim denies what its evidence says, or says what that denies.</summary>
    public static bool IsDenied(Claim claim, GroundUnit evidence) =>
        claim.Denied.Any(stem => evidence.Stems.Contains(stem) && !evidence.Denied.Contains(stem))
        || evidence.Denied.Any(stem => claim.Stems.Contains(stem, StringComparer.Ordinal) && !claim.Denied.Contains(stem));

    /// <summary>The numbers, dates, laws and articles that nothing holds, as they are written.</summary>
    public static List<string> NotFound(Claim claim, HeldLiterals held)
    {
        var literals = claim.Literals;
        var missing = literals.Legal.Laws.Where(law => !held.Holds(law)).Select(law => literals.Place(law.Start, law.End))
            .Concat(literals.Legal.Articles.Where(article => !held.Holds(article)).Select(article => literals.Place(article.Start, article.End)))
            .Concat(literals.Dates.Where(date => !held.Holds(date)).Select(date => literals.Place(date.Start, date.End)))
            .Concat(claim.Numbers.Where(number => !held.Holds(number)).Select(number => number.Start..number.End));
        return [.. missing.OrderBy(range => range.Start.Value).Select(range => claim.Text[range].Trim(' ', ',', ';', '(', ')')).Distinct(StringComparer.Ordinal)];
    }

    // "Rollo" for the passage's "él" is the same; "Rollo" for its "Carlos" is not.
    private static int MissingNames(Claim claim, IReadOnlyList<GroundUnit> evidence, HeldLiterals near, HeldLiterals around)
    {
        var names = claim.Literals.Names.Where(name => !name.IsLoose).Select(name => name.Keys[0]).Where(word => !near.HoldsName(word)).ToArray();
        if (names.Length == 0)
        {
            return 0;
        }

        var said = claim.Literals.Names.Select(name => name.Keys[0]).ToHashSet(StringComparer.Ordinal);
        var others = evidence.SelectMany(unit => unit.Literals.Names).Any(name => !name.IsLoose && !said.Contains(name.Keys[0]));
        return names.Count(word => others || !around.HoldsName(word));
    }
}
