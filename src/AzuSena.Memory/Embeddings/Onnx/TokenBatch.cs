namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>Texts as input of one run of a model: rows of equal length, shorter ones padded.</summary>
/// <param name="Rows">The number of texts.</param>
/// <param name="Columns">The number of tokens of the longest text.</param>
/// <param name="Ids"><c>long[Rows × Columns]</c>, row by row.</param>
/// <param name="Mask">The same shape: 1 for a token, 0 for padding.</param>
internal sealed record TokenBatch(int Rows, int Columns, long[] Ids, long[] Mask)
{
    /// <summary>Creates a batch of texts.</summary>
    public static TokenBatch Of(IReadOnlyList<int[]> texts, int paddingId)
    {
        // A network needs at least one token; a tokenizer without special tokens returns none for an empty text.
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
