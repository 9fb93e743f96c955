namespace AzuSena.Memory.Vectors;

/// <summary>How the vector half of search stands.</summary>
/// <param name="State"><c>none</c>, <c>building</c> (questions are searched for by their words, or with the vectors before) or <c>ready</c>.</param>
/// <param name="Reason">Why there are none, or why the index is of its kind, as <see cref="VectorReason"/> names it; the log has the rest.</param>
/// <param name="Index">The kind of index that serves: <c>exact</c>, <c>flat</c>, <c>hnsw</c>, <c>ivf-flat</c> or <c>hnsw-sq8</c>; null where none does.</param>
/// <param name="Embedder">The provider and model of the vectors that serve or are being made.</param>
/// <param name="Done">Passages that have a vector of it.</param>
/// <param name="Total">Passages that should.</param>
public sealed record VectorStatus(string State, string? Reason = null, string? Index = null, string? Embedder = null, int Done = 0, int Total = 0)
{
    /// <summary>No vectors, and why.</summary>
    public static VectorStatus None(string reason) => new("none", reason);
}

/// <summary>The names of the reasons that clients see.</summary>
public static class VectorReason
{
    /// <summary>Nothing was looked for yet.</summary>
    public const string Starting = "starting";

    /// <summary>There is no embedding model; the log says what was looked for.</summary>
    public const string NoEmbedder = "no_embedder";

    /// <summary>So few passages that the question is compared with each.</summary>
    public const string FewPassages = "few_passages";

    /// <summary>So many passages that a graph is quicker.</summary>
    public const string ManyPassages = "many_passages";

    /// <summary><c>Vectors__Index</c> asks for it.</summary>
    public const string Configured = "configured";

    /// <summary>FAISS would serve if its library were there; the log says what is wrong with it.</summary>
    public const string FaissUnavailable = "faiss_unavailable";
}
