namespace AzuSena.Answering.Generation;

/// <summary>What a model wrote, made ready to be an answer's text: no call of a tool, without a fence around all of it, its citations found.</summary>
/// <param name="passages">How many passages may be cited.</param>
internal sealed class ReplyText(int passages)
{
    private readonly WrittenToolCall _call = new();
    private readonly AnswerFence _fence = new();
    private readonly CitationMarks _marks = new(passages);

    /// <summary>Whether anything was said.</summary>
    public bool HasText { get; private set; }

    /// <summary>Takes the next piece and gives what is known of it.</summary>
    public List<MarkedText> Take(string piece) => Known(_marks.Take(_fence.Take(_call.Take(piece))));

    /// <summary>The text is at its end: gives what was held back.</summary>
    public List<MarkedText> End() => Known([.. _marks.Take(_fence.Take(_call.End()) + _fence.End()), .. _marks.End()]);

    private List<MarkedText> Known(List<MarkedText> known)
    {
        HasText |= known.Exists(part => part.Numbers.Count == 0 && !string.IsNullOrWhiteSpace(part.Text));
        return known;
    }
}
