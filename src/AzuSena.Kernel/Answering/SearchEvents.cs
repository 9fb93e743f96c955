using AzuSena.Answers;
using AzuSena.Memory.Search;

namespace AzuSena.Answering;

/// <summary>What the events of an answer say of a search.</summary>
internal static class SearchEvents
{
    private const int MaxTitles = 3;

    /// <summary>What it found, in short.</summary>
    public static PassagesRetrieved ToEvent(this SearchResult search) => new(
        [.. search.Hits.Select(hit => new RetrievedPassage(hit.Passage.Id, hit.Passage.Document.Title, hit.Passage.HeadingPath, Math.Round(hit.Score, 4)))],
        search.Corrections);

    /// <summary>That it found no answer, with the titles of its best documents.</summary>
    public static AnswerAbstained ToAbstention(this SearchResult search, double confidence) =>
        new(confidence, [.. search.Hits.Select(hit => hit.Passage.Document.Title).Distinct(StringComparer.Ordinal).Take(MaxTitles)]);
}
