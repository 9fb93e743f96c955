using AzuSena.Embeddings;
using AzuSena.Faiss;

namespace AzuSena.Memory.Vectors;

/// <summary>The index that answers now. A search that holds on to one that was replaced goes on with it.</summary>
/// <param name="Index">Vectors of length 1 by inner product, under the passages' keys.</param>
/// <param name="Embedder">The model that made them, and makes the questions'.</param>
/// <param name="EmbedderId">Its id in the database.</param>
/// <param name="Generation">The generation of the store that it was brought in line with.</param>
/// <param name="Why">Why the index is of its kind, for the log and <c>/health/ready</c>.</param>
internal sealed record ServedVectors(IVectorIndex Index, Embedder Embedder, long EmbedderId, long Generation, string Why);

/// <summary>A question's vector, and the index that it can be looked up in.</summary>
/// <param name="Served">The index.</param>
/// <param name="Vector"><c>float[dim]</c>, L2-normalised.</param>
internal sealed record QuestionVector(ServedVectors Served, float[] Vector);
