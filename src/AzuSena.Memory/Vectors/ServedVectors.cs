using AzuSena.Faiss;
using AzuSena.Memory.Embeddings;

namespace AzuSena.Memory.Vectors;

/// <summary>The index that answers now. A search that holds on to one that was replaced goes on with it.</summary>
/// <param name="Shared">Vectors of length 1 by inner product, under the passages' keys.</param>
/// <param name="Embedder">The model that made them, and makes the questions'.</param>
/// <param name="EmbedderId">Its id in the database.</param>
/// <param name="State">The state of the store that it was brought in line with.</param>
/// <param name="Why">Why the index is of its kind, for the log and <c>/health/ready</c>.</param>
public sealed record ServedVectors(SharedIndex Shared, Embedder Embedder, long EmbedderId, StoreState State, string Why)
{
    /// <summary>The index, for whoever holds it.</summary>
    public VectorIndex Index => Shared.Index;
}
