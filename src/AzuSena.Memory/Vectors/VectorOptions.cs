using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Vectors;

/// <summary>How the vectors of passages are searched.</summary>
public sealed class VectorOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Vectors";

    /// <summary>The kind of index.</summary>
    /// <value>The default is <see cref="VectorIndexKind.Auto"/>.</value>
    public VectorIndexKind Index { get; set; } = VectorIndexKind.Auto;

    /// <summary>Up to how many passages <see cref="VectorIndexKind.Auto"/> compares the question with every vector, which needs no graph and misses nothing.</summary>
    /// <value>The default is 20,000: about a millisecond and a half a question.</value>
    [Range(0, 10_000_000, ErrorMessage = "Vectors__ExactUpTo debe ser un número entero de 0 a 10000000.")]
    public int ExactUpTo { get; set; } = 20_000;

    /// <summary>How long a question may wait for its vector before it is searched for by its words alone.</summary>
    /// <value>The default is 2,000 milliseconds.</value>
    [Range(1, 60_000, ErrorMessage = "Vectors__QuestionTimeoutMilliseconds debe ser un número entero de 1 a 60000.")]
    public int QuestionTimeoutMilliseconds { get; set; } = 2000;

    /// <summary>How often the service looks for passages that have no vector yet, and for another embedding model.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Vectors__RefreshSeconds debe ser un número entero de 1 a 3600.")]
    public int RefreshSeconds { get; set; } = 5;
}

/// <summary>How vectors are kept for search; what each costs and finds stands in docs/decisions/0006-faiss.md.</summary>
public enum VectorIndexKind
{
    /// <summary>Exact for few passages, FAISS's HNSW for many where FAISS is there.</summary>
    Auto,

    /// <summary>Every vector is compared, in managed code.</summary>
    Exact,

    /// <summary>FAISS's flat index.</summary>
    Flat,

    /// <summary>FAISS's graph of neighbours.</summary>
    Hnsw,

    /// <summary>FAISS's lists by nearest centre.</summary>
    IvfFlat,

    /// <summary>FAISS's graph over one byte a component.</summary>
    HnswSq8,
}
