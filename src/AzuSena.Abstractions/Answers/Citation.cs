using AzuSena.Passages;

namespace AzuSena.Answers;

/// <summary>The passage, or the result of a tool, that supports a sentence of an answer.</summary>
/// <param name="Number">The citation number, as <c>[1]</c> in the text; a passage keeps its number within an answer.</param>
/// <param name="PassageId">The passage's id, for <c>GET /azusena_api/passages/{id}</c>.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Source">The source of the document's facts.</param>
/// <param name="Date">The date as of which the document is valid.</param>
/// <param name="HeadingPath">The headings above the quote, outermost first.</param>
/// <param name="Quote">The quoted text, as in the passage.</param>
/// <param name="Start">Start of the quote in the passage's text, in UTF-16 units.</param>
/// <param name="End">End of the quote, exclusive.</param>
/// <param name="Locator">The passage's place in the document, as text for the user: page, row, article, or else the headings.</param>
/// <param name="Tool">The call that the quote is the result of; null for a passage. Its id (<c>tool:…</c>) names no passage to fetch.</param>
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
    string? Locator = null,
    ToolUse? Tool = null)
{
    /// <summary>Cites a range of a passage.</summary>
    public static Citation Of(int number, Passage passage, int start, int end)
    {
        var headings = passage.HeadingsAt(start);
        return new(
            number,
            passage.Id,
            passage.Document.Title,
            passage.Document.Source,
            passage.Document.AsOf,
            headings,
            passage.Text[start..end],
            start,
            end,
            passage.Locator?.Text ?? (headings.Count > 0 ? string.Join(" › ", headings) : null),
            passage.Tool);
    }
}
