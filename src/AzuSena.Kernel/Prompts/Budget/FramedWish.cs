using AzuSena.Spanish;

namespace AzuSena.Prompts.Budget;

/// <summary>
/// What the program that asks wishes of the answer, as data: one line in a frame that says what it may change. It has a share of the space that only grows
/// with it, and is cut at a sentence; what does not fit into its share is left out.
/// </summary>
internal sealed class FramedWish
{
    // System messages may be of any length; a wish about tone and form is not.
    private const int MaxLength = 2000;
    private const int Share = 8;

    private readonly string _line;
    private readonly int _tokens;

    /// <summary>Frames a wish.</summary>
    /// <param name="wish">The wish; null for none.</param>
    public FramedWish(string? wish)
    {
        var line = InertText.LineOf(wish is { Length: > MaxLength } ? wish[..MaxLength] : wish);

        // The frame's own marks.
        _line = line.Replace('«', '"').Replace('»', '"');
        _tokens = _line.Length == 0 ? 0 : TokensOf(_line);
    }

    /// <summary>The tokens that it is given of a number of them.</summary>
    public int RoomIn(int tokens) => Math.Clamp(tokens / Share, 0, _tokens);

    /// <summary>The wish in its frame, with as many of its sentences as fit; empty if none does.</summary>
    public InertText Within(int tokens)
    {
        if (tokens >= _tokens)
        {
            return InertText.FromParts(_line.Length == 0 ? "" : Frame(_line));
        }

        var longest = "";
        foreach (var sentence in SentenceSplitter.Split(_line))
        {
            var part = Frame(_line[..sentence.End]);
            if (TokenEstimate.Of(part) > tokens)
            {
                break;
            }

            longest = part;
        }

        return InertText.FromParts(longest);
    }

    private static string Frame(string line) => PromptTexts.Get("wish_frame", line) + "\n\n";

    private static int TokensOf(string line) => TokenEstimate.Of(Frame(line));
}
