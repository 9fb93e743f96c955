namespace AzuSena.Corpus.Tables;

/// <summary>How the columns of known tables are understood.</summary>
public sealed class TableMappings
{
    /// <summary>No table is known.</summary>
    public static TableMappings None { get; } = new();
}
