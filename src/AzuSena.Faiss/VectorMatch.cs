using System.Runtime.InteropServices;

namespace AzuSena.Faiss;

/// <summary>A vector that a search found.</summary>
/// <param name="Id">The id that it was added under.</param>
/// <param name="Score">The inner product or the squared distance, as <see cref="Metric"/> says.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VectorMatch(long Id, float Score);
