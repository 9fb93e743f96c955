namespace AzuSena.Memory.Vectors;

/// <summary>A question's vector, and the index to search, which is held until this is disposed.</summary>
/// <param name="served">The index, acquired for this instance.</param>
/// <param name="vector"><c>float[dim]</c>, L2-normalised.</param>
internal sealed class QuestionVector(ServedVectors served, float[] vector) : IDisposable
{
    private int _isReleased;

    /// <summary>The index.</summary>
    public ServedVectors Served => served;

    /// <summary><c>float[dim]</c>, L2-normalised.</summary>
    public float[] Vector => vector;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) == 0)
        {
            served.Shared.Release();
        }
    }
}
