namespace AzuSena.Answering.Generation;

/// <summary>Converts a model's output into an answer's text: removes tool calls written as text and an enclosing fence, and finds citations.</summary>
/// <param name="passages">The number of citable passages.</param>
internal sealed class ReplyText(int passages)
{
    private readonly WrittenToolCall _call = new();
    private readonly AnswerFence _fence = new();
    private readonly CitationMarks _marks = new(passages);

    /// <summary>Whether there is any text.</summary>
    public bool HasText { get; private set; }

    /// <summary>Appends a piece and returns what is now certain.</summary>
    public List<MarkedText> Take(string piece) => Known(_marks.Take(_fence.Take(_call.Take(piece))));

    /// <summary>Ends the text and returns the text held back.</summary>
    public List<MarkedText> End() => Known([.. _marks.Take(_fence.Take(_call.End()) + _fence.End()), .. _marks.End()]);

    private List<MarkedText> Known(List<MarkedText> known)
    {
        HasText |= known.Exists(part => part.Numbers.Count == 0 && !string.IsNullOrWhiteSpace(part.Text));
        return known;
    }
}
