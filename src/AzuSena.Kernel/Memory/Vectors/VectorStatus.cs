namespace AzuSena.Memory.Vectors;

/// <summary>How the vector half of search stands.</summary>
/// <param name="State"><c>none</c>, <c>building</c> (questions are searched for by their words, or with the vectors before) or <c>ready</c>.</param>
/// <param name="Reason">Why there are none, or why the index is of its kind.</param>
/// <param name="Index">The kind of index that serves: <c>exact</c>, <c>flat</c>, <c>hnsw</c>, <c>ivf-flat</c> or <c>hnsw-sq8</c>; null where none does.</param>
/// <param name="Embedder">The provider and model of the vectors that serve or are being made.</param>
/// <param name="Done">Passages that have a vector of it.</param>
/// <param name="Total">Passages that should.</param>
public sealed record VectorStatus(string State, string? Reason = null, string? Index = null, string? Embedder = null, int Done = 0, int Total = 0)
{
    /// <summary>No vectors, and why.</summary>
    public static VectorStatus None(string reason) => new("none", reason);
}
