namespace AzuSena.Memory.Corpus.Tables;

/// <summary>A row of a table as the file holds it.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Cells">Its cells as the file holds them; empty ones as empty texts.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether no cell holds text.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
