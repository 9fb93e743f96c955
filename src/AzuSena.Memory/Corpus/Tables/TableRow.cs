namespace AzuSena.Memory.Corpus.Tables;

/// <summary>A row of a table as it is in the file.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Cells">Its cells as they are in the file; empty ones as empty strings.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether no cell holds text.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
