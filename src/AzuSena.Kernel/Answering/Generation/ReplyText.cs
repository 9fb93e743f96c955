using AzuSena.Answering.Generation.Links;
using AzuSena.Prompts.Links;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Converts a model's output into an answer's text: removes tool calls written as text, an enclosing fence and invented links, and finds citations.
/// </summary>
/// <param name="passages">The number of citable passages.</param>
/// <param name="links">The addresses of the passages.</param>
internal sealed class ReplyText(int passages, PassageLinks links)
{
    private readonly WrittenToolCall _call = new();
    private readonly AnswerFence _fence = new();
    private readonly ReplyLinks _links = new(links);
    private readonly CitationMarks _marks = new(passages);

    /// <summary>Whether there is any text.</summary>
    public bool HasText { get; private set; }

    /// <summary>Appends a piece and returns what is now certain.</summary>
    public List<MarkedText> Take(string piece) => Known(_marks.Take(_links.Take(_fence.Take(_call.Take(piece)))));

    /// <summary>Returns the word held back, before something other than text follows.</summary>
    public List<MarkedText> Pause() => Known(_marks.Take(_links.End()));

    /// <summary>Ends the text and returns the text held back.</summary>
    public List<MarkedText> End() => Known([.. _marks.Take(_links.Take(_fence.Take(_call.End()) + _fence.End()) + _links.End()), .. _marks.End()]);

    private List<MarkedText> Known(List<MarkedText> known)
    {
        HasText |= known.Exists(part => part.Numbers.Count == 0 && !string.IsNullOrWhiteSpace(part.Text));
        return known;
    }
}
