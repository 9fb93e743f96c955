namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>A paragraph, a heading, a row of a table or a footnote of a page.</summary>
/// <param name="Text">Its text, on one line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="IsBold">Whether all of it is bold.</param>
/// <param name="Lines">The number of its lines on the page.</param>
internal sealed record PdfBlock(string Text, PdfBlockKind Kind, double Size, bool IsBold, int Lines);

/// <summary>What a block of a page is.</summary>
internal enum PdfBlockKind
{
    /// <summary>A paragraph, or a heading: that only the whole document tells.</summary>
    Text,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A note at the foot of a page.</summary>
    Footnote,
}
