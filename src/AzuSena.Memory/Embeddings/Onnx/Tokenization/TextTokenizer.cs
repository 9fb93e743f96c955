namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>Converts text to the input of a model: the ids of its pieces between the special tokens that the model was trained with.</summary>
/// <param name="pieces">Returns the ids of a text's pieces, without special tokens; safe for concurrent use.</param>
/// <param name="special">The special tokens.</param>
internal sealed class TextTokenizer(Func<string, IReadOnlyList<int>> pieces, SpecialTokens special)
{
    // Well above the average length of a piece (4 characters); limits the cost of very long texts.
    private const int CharactersPerToken = 32;

    /// <summary>The id that pads the shorter texts of a batch; masked, so that it has no effect.</summary>
    public int PaddingId => special.Padding;

    /// <summary>The special tokens.</summary>
    public SpecialTokens Special => special;

    /// <summary>The ids of a text without special tokens.</summary>
    public int[] Pieces(string text) => [.. pieces(text)];

    /// <summary>The ids of a text, including special tokens: at most <paramref name="maxTokens"/>; the rest is ignored.</summary>
    public int[] Encode(string text, int maxTokens)
    {
        var ids = pieces(Start(text, maxTokens * CharactersPerToken));
        var room = Math.Max(maxTokens - special.Before.Count - special.After.Count, 0);
        return [.. special.Before, .. ids.Take(room), .. special.After];
    }

    /// <summary>The first characters of a text, without splitting a surrogate pair.</summary>
    internal static string Start(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
