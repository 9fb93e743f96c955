namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>Turns text into what a model reads: the ids of its pieces between the special ones that the model was trained with.</summary>
/// <param name="pieces">The ids of a text's pieces, without special ones; safe for concurrent use.</param>
/// <param name="special">What stands around them.</param>
internal sealed class TextTokenizer(Func<string, IReadOnlyList<int>> pieces, SpecialTokens special)
{
    // Far above what a piece holds on average (4 characters), so that a text without end costs no more than a long one.
    private const int CharactersPerToken = 32;

    /// <summary>The id that fills the shorter texts of a batch; masked, so that it has no say.</summary>
    public int PaddingId => special.Padding;

    /// <summary>The ids of a text, special ones among them: at most <paramref name="maxTokens"/>; what is beyond is not read.</summary>
    public int[] Encode(string text, int maxTokens)
    {
        var ids = pieces(Start(text, maxTokens * CharactersPerToken));
        var room = Math.Max(maxTokens - special.Before.Count - special.After.Count, 0);
        return [.. special.Before, .. ids.Take(room), .. special.After];
    }

    /// <summary>The first characters of a text, never half of a surrogate pair.</summary>
    internal static string Start(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
