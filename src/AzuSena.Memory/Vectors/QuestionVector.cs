namespace AzuSena.Memory.Vectors;

/// <summary>A question's vector, and the index that it can be looked up in, which stays until this is disposed.</summary>
/// <param name="served">The index, held for this.</param>
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
