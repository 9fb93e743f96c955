namespace AzuSena.Memory.Search;

/// <summary>
/// Chooses the terms for the full-text search. A term that occurs in a large part of a large store has little weight and high cost, as FTS5 scores every
/// passage that holds it: it is only used when the candidates are scored. Measured at 100,000 passages (docs/decisions/0004-retrieval.md): a third of the time
/// for the slowest question, and 99.5 % of the best ten are still among the candidates.
/// </summary>
public static class CandidateTerms
{
    // About the number of passages that FTS5 scores in five milliseconds.
    private const int MaxPassagesScored = 10_000;
    private const int MinTerms = 3;

    /// <summary>The stems to search for, rarest first: all of them, unless the store is large.</summary>
    /// <param name="stems">The question's stems.</param>
    /// <param name="frequencies">The number of passages of each stem; stems without any are missing.</param>
    public static List<string> Choose(IEnumerable<string> stems, IReadOnlyDictionary<string, int> frequencies)
    {
        var chosen = new List<string>();
        var scored = 0;
        foreach (var stem in stems.Where(frequencies.ContainsKey).OrderBy(stem => frequencies[stem]))
        {
            scored += frequencies[stem];
            if (chosen.Count >= MinTerms && scored > MaxPassagesScored)
            {
                break;
            }

            chosen.Add(stem);
        }

        return chosen;
    }
}
