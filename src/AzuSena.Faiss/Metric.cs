namespace AzuSena.Faiss;

/// <summary>The measure of nearness of two vectors.</summary>
public enum Metric
{
    /// <summary>The inner product, larger is nearer; over vectors of length 1 it is the cosine.</summary>
    InnerProduct = 0,

    /// <summary>The squared Euclidean distance, smaller is nearer.</summary>
    L2 = 1,
}
