namespace AzuSena.Memory.Search;

/// <summary>
/// Chooses the terms that the full-text search looks for. A term that stands in a large part of a big store tells little and costs much, for FTS5
/// scores every passage that holds it: it is left to the scoring of the candidates. Measured at 100,000 passages (docs/decisions/0004-retrieval.md):
/// a third of the time at the worst question, and 99.5 % of the best ten are still among the candidates.
/// </summary>
public static class CandidateTerms
{
    // About what FTS5 scores in five milliseconds.
    private const int MaxPassagesScored = 10_000;
    private const int MinTerms = 3;

    /// <summary>The stems to look for, rarest first: all of them, unless the store is big.</summary>
    /// <param name="stems">The question's stems.</param>
    /// <param name="frequencies">In how many passages each stem occurs; those that occur nowhere are missing.</param>
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
