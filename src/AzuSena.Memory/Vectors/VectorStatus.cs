namespace AzuSena.Memory.Vectors;

/// <summary>The state of the vector half of search.</summary>
/// <param name="State"><c>none</c>, <c>building</c> (questions are searched by words, or with the previous vectors) or <c>ready</c>.</param>
/// <param name="Reason">Why there are none, or why the index is of its kind, one of <see cref="VectorReason"/>; the log has the details.</param>
/// <param name="Index">The kind of the index in use: <c>exact</c>, <c>flat</c>, <c>hnsw</c>, <c>ivf-flat</c> or <c>hnsw-sq8</c>; null if there is none.</param>
/// <param name="Embedder">The provider and model of the vectors that are in use or being computed.</param>
/// <param name="Done">The number of passages with a vector of it.</param>
/// <param name="Total">The total number of passages.</param>
public sealed record VectorStatus(string State, string? Reason = null, string? Index = null, string? Embedder = null, int Done = 0, int Total = 0)
{
    /// <summary>No vectors, and the reason.</summary>
    public static VectorStatus None(string reason) => new("none", reason);
}

/// <summary>The names of the reasons, as clients see them.</summary>
public static class VectorReason
{
    /// <summary>The first check has not run yet.</summary>
    public const string Starting = "starting";

    /// <summary>No embedding model is available; the log lists the checks.</summary>
    public const string NoEmbedder = "no_embedder";

    /// <summary>Few passages: the question is compared with each.</summary>
    public const string FewPassages = "few_passages";

    /// <summary>Many passages: a graph is faster.</summary>
    public const string ManyPassages = "many_passages";

    /// <summary><c>Vectors__Index</c> selects it.</summary>
    public const string Configured = "configured";

    /// <summary>FAISS is preferred but its library is unavailable; the log has the reason.</summary>
    public const string FaissUnavailable = "faiss_unavailable";
}
