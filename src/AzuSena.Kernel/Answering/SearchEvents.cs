using AzuSena.Answers;
using AzuSena.Memory.Search;

namespace AzuSena.Answering;

/// <summary>Converts search results into answer events.</summary>
internal static class SearchEvents
{
    private const int MaxTitles = 3;

    /// <summary>A summary of the result.</summary>
    public static PassagesRetrieved ToEvent(this SearchResult search) => new(
        [.. search.Hits.Select(hit => new RetrievedPassage(hit.Passage.Id, hit.Passage.Document.Title, hit.Passage.HeadingPath, Math.Round(hit.Score, 4)))],
        search.Corrections);

    /// <summary>An abstention with the best passages of the best documents.</summary>
    public static AnswerAbstained ToAbstention(this SearchResult search, double confidence) => new(
        confidence,
        [
            .. search.Hits.Select(hit => new ClosestPassage(hit.Passage.Document.Title, hit.Passage.Id))
                .DistinctBy(passage => passage.Title, StringComparer.Ordinal)
                .Take(MaxTitles),
        ]);
}
