namespace AzuSena.Memory.Corpus.Formats.Pdf;

/// <summary>Lines of one column, from top to bottom.</summary>
/// <param name="Lines">The lines.</param>
internal sealed record PdfRegion(IReadOnlyList<PdfLine> Lines)
{
    /// <summary>The rows of a table, as text; null if the lines are running text.</summary>
    public IReadOnlyList<string>? TableRows { get; init; }
}
