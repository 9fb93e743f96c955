namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>Texts as one run of a model reads them: rows of one length, the shorter ones padded.</summary>
/// <param name="Rows">How many texts.</param>
/// <param name="Columns">Tokens of the longest.</param>
/// <param name="Ids"><c>long[Rows × Columns]</c>, row by row.</param>
/// <param name="Mask">The same shape: 1 for a token, 0 for padding.</param>
internal sealed record TokenBatch(int Rows, int Columns, long[] Ids, long[] Mask)
{
    /// <summary>Lays texts side by side.</summary>
    public static TokenBatch Of(IReadOnlyList<int[]> texts, int paddingId)
    {
        // A network needs at least one token, which a tokenizer without special ones does not give for an empty text.
        var columns = Math.Max(texts.Max(ids => ids.Length), 1);
        var ids = new long[texts.Count * columns];
        var mask = new long[ids.Length];
        for (var row = 0; row < texts.Count; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var isToken = column < texts[row].Length;
                ids[(row * columns) + column] = isToken ? texts[row][column] : paddingId;
                mask[(row * columns) + column] = isToken ? 1 : 0;
            }
        }

        return new(texts.Count, columns, ids, mask);
    }
}
