using AzuSena.Passages;

namespace AzuSena.Answers;

/// <summary>The passage behind a sentence of an answer.</summary>
/// <param name="Number">The number that stands behind the sentence, as <c>[1]</c>; the same passage keeps its number within an answer.</param>
/// <param name="PassageId">Opens the passage: <c>GET /azusena_api/passages/{id}</c>.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Source">Where the document's facts come from.</param>
/// <param name="Date">The day as of which the document holds.</param>
/// <param name="HeadingPath">The headings above the passage, outermost first.</param>
/// <param name="Quote">The words quoted, as they stand in the passage.</param>
/// <param name="Start">Where the quote starts in the passage's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Locator">Where in the document the passage stands, for a person: page, row, article, or else the headings.</param>
public sealed record Citation(
    int Number,
    string PassageId,
    string Title,
    string? Source,
    DateOnly? Date,
    IReadOnlyList<string> HeadingPath,
    string Quote,
    int Start,
    int End,
    string? Locator = null)
{
    /// <summary>Cites a stretch of a passage.</summary>
    public static Citation Of(int number, Passage passage, int start, int end) => new(
        number,
        passage.Id,
        passage.Document.Title,
        passage.Document.Source,
        passage.Document.AsOf,
        passage.HeadingPath,
        passage.Text[start..end],
        start,
        end,
        passage.Locator?.Text ?? (passage.HeadingPath.Count > 0 ? string.Join(" › ", passage.HeadingPath) : null));
}
