namespace AzuSena.Memory.Corpus.Tables;

/// <summary>A row of a table as it is in the file.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Cells">Its cells as they are in the file; empty ones as empty strings.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The merged cells that start in it.</summary>
    public IReadOnlyList<MergedCell> Merged { get; init; } = [];

    /// <summary>Whether no cell holds text.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A merged cell.</summary>
/// <param name="First">Its first column, from 0.</param>
/// <param name="Last">Its last column.</param>
/// <param name="Rows">How many rows it covers.</param>
public sealed record MergedCell(int First, int Last, int Rows);
