namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>A word, or a ruled table, which is placed like one.</summary>
/// <param name="Text">The word; for a table, nothing.</param>
/// <param name="Left">Where it starts on the baseline.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">The height of its baseline; for a table, of its upper edge.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="IsBold">Whether its font is bold.</param>
internal sealed record PdfWord(string Text, double Left, double Right, double Baseline, double Size, bool IsBold)
{
    /// <summary>The rows of a ruled table, as text; null for a word.</summary>
    public IReadOnlyList<string>? TableRows { get; init; }
}

/// <summary>Words on one baseline, from left to right.</summary>
internal sealed class PdfLine
{
    public PdfLine(IReadOnlyList<PdfWord> words)
    {
        Words = words;
        var letters = words.Sum(word => word.Text.Length);
        IsBold = letters > 0 && words.Where(word => word.IsBold).Sum(word => word.Text.Length) >= 0.9 * letters;
        Size = words.MaxBy(word => word.Text.Length)!.Size;
        Baseline = words.MaxBy(word => word.Text.Length)!.Baseline;
    }

    public IReadOnlyList<PdfWord> Words { get; }

    public double Left => Words[0].Left;

    public double Right => Words[^1].Right;

    public double Baseline { get; }

    public double Size { get; }

    public bool IsBold { get; }

    public bool IsTable => Words[0].TableRows is not null;

    public string Text => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>The part of the line whose words are on one side of a place; null if there is none.</summary>
    public PdfLine? Part(double from, double to) =>
        Words.Where(word => (word.Left + word.Right) / 2 is var middle && middle >= from && middle < to).ToList() is { Count: > 0 } words
            ? words.Count == Words.Count ? this : new PdfLine(words)
            : null;
}
