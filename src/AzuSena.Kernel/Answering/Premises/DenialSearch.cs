using AzuSena.Memory.Search;

namespace AzuSena.Answering.Premises;

/// <summary>
/// Searches for a contradiction of a question's premise that the question's own words do not find: "¿Por qué cobran la matrícula?" finds fees, "matrícula
/// gratuita" the sentence that contradicts it. The premise itself is searched too, and for more passages than the question.
/// </summary>
internal static class DenialSearch
{
    private const int Depth = 10;

    /// <summary>The result, starting with the passage that contradicts the premise if the question itself found none.</summary>
    /// <param name="question">The question.</param>
    /// <param name="found">The question's own result.</param>
    /// <param name="search">Searches for another text, up to this many passages.</param>
    public static async Task<SearchResult> WidenAsync(string question, SearchResult found, Func<string, int, Task<SearchResult>> search)
    {
        if (found.Rules is not null || Premise.Of(question) is not { } premise || PremiseCheck.Contradiction(question, found, ofPrices: true) is not null)
        {
            return found;
        }

        foreach (var text in Opposites.Restate(premise).Append(premise))
        {
            var other = await search(text, Depth);
            if (PremiseCheck.Contradiction(question, other, Depth, ofPrices: true) is not { } denial)
            {
                continue;
            }

            // An agreeing sentence among the passages found first still counts against it.
            var hit = other.Hits[denial.Hit];
            var others = found.Hits.Where(it => it.Passage.Id != hit.Passage.Id).Take(Math.Max(1, found.Hits.Count) - 1);
            var widened = found with { Hits = [hit, .. others] };
            if (PremiseCheck.Contradiction(question, widened, ofPrices: true) is not null)
            {
                return widened;
            }
        }

        return found;
    }
}
