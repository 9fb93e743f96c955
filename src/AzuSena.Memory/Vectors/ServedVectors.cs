using AzuSena.Faiss;
using AzuSena.Memory.Embeddings;

namespace AzuSena.Memory.Vectors;

/// <summary>The index in use. A search that holds a replaced index continues with it.</summary>
/// <param name="Shared">Vectors of length 1 by inner product, under the passages' keys.</param>
/// <param name="Embedder">The model of its vectors and of the questions'.</param>
/// <param name="EmbedderId">Its id in the database.</param>
/// <param name="State">The state of the store that it matches.</param>
/// <param name="Why">Why the index is of its kind, for the log and <c>/health/ready</c>.</param>
public sealed record ServedVectors(SharedIndex Shared, Embedder Embedder, long EmbedderId, StoreState State, string Why)
{
    /// <summary>The index, for its holders.</summary>
    public VectorIndex Index => Shared.Index;
}
