using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Vectors;

/// <summary>The settings of vector search.</summary>
public sealed class VectorOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Vectors";

    /// <summary>The kind of index.</summary>
    /// <value>The default is <see cref="VectorIndexKind.Auto"/>.</value>
    public VectorIndexKind Index { get; set; } = VectorIndexKind.Auto;

    /// <summary>
    /// The number of passages up to which <see cref="VectorIndexKind.Auto"/> compares the question with every vector, which needs no graph and misses nothing.
    /// </summary>
    /// <value>The default is 20,000: about 1.5 ms per question.</value>
    [Range(0, 10_000_000, ErrorMessage = "Vectors__ExactUpTo debe ser un número entero de 0 a 10000000.")]
    public int ExactUpTo { get; set; } = 20_000;

    /// <summary>
    /// The number of passages up to which each of their sentences gets a vector of its own too, by which quotes are ranked; above it, and at 0, they are ranked
    /// by words and by the passage's vector.
    /// </summary>
    /// <value>The default is 20,000: about 6 kB and ten embeddings for each passage.</value>
    [Range(0, 10_000_000, ErrorMessage = "Vectors__QuotesUpTo debe ser un número entero de 0 a 10000000.")]
    public int QuotesUpTo { get; set; } = 20_000;

    /// <summary>The maximum time that a question waits for its vector before it is searched by words only.</summary>
    /// <value>The default is 2,000 milliseconds.</value>
    [Range(1, 60_000, ErrorMessage = "Vectors__QuestionTimeoutMilliseconds debe ser un número entero de 1 a 60000.")]
    public int QuestionTimeoutMilliseconds { get; set; } = 2000;

    /// <summary>The interval of checks for passages without vectors, and for another embedding model.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Vectors__RefreshSeconds debe ser un número entero de 1 a 3600.")]
    public int RefreshSeconds { get; set; } = 5;
}

/// <summary>The kinds of vector index; docs/decisions/0006-faiss.md compares their cost and recall.</summary>
public enum VectorIndexKind
{
    /// <summary>Exact for few passages, FAISS's HNSW for many if FAISS is available.</summary>
    Auto,

    /// <summary>Every vector is compared, in managed code.</summary>
    Exact,

    /// <summary>FAISS's flat index.</summary>
    Flat,

    /// <summary>FAISS's graph of neighbours.</summary>
    Hnsw,

    /// <summary>FAISS's lists by nearest centre.</summary>
    IvfFlat,

    /// <summary>FAISS's graph with one byte per component.</summary>
    HnswSq8,
}
