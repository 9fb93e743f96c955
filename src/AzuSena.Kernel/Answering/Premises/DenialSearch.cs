using AzuSena.Memory.Search;

namespace AzuSena.Answering.Premises;

/// <summary>
/// Looks for what denies a question's premise where its own words do not lead to it: "¿Por qué cobran la matrícula?" finds what is charged for,
/// "matrícula gratuita" the sentence that denies it. The premise by itself is searched too, and deeper than the question.
/// </summary>
internal static class DenialSearch
{
    private const int Depth = 10;

    /// <summary>What was found, with the passage that denies the premise in front where the question itself found none.</summary>
    /// <param name="question">The question.</param>
    /// <param name="found">What it found.</param>
    /// <param name="search">Searches for something else, so many passages deep.</param>
    public static async Task<SearchResult> WidenAsync(string question, SearchResult found, Func<string, int, Task<SearchResult>> search)
    {
        if (found.Rules is not null || Premise.Of(question) is not { } premise || PremiseCheck.Contradiction(question, found) is not null)
        {
            return found;
        }

        foreach (var text in Opposites.Restate(premise).Append(premise))
        {
            var other = await search(text, Depth);
            if (PremiseCheck.Contradiction(question, other, Depth) is not { } denial)
            {
                continue;
            }

            // What agrees among the passages that were found first still speaks against it.
            var hit = other.Hits[denial.Hit];
            var others = found.Hits.Where(it => it.Passage.Id != hit.Passage.Id).Take(Math.Max(1, found.Hits.Count) - 1);
            var widened = found with { Hits = [hit, .. others] };
            if (PremiseCheck.Contradiction(question, widened) is not null)
            {
                return widened;
            }
        }

        return found;
    }
}
