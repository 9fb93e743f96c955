using System.Numerics.Tensors;

namespace AzuSena.Faiss;

/// <summary>
/// Rejects vectors that an index cannot order: a distance that is not a finite number must not reach FAISS, whose assertions end the process.
/// </summary>
public static class VectorGuard
{
    /// <summary>The largest dimension allowed.</summary>
    public const int LargestDimension = 65_536;

    /// <summary>The largest squared length of a vector, 2¹²⁵: below it neither metric overflows a <see cref="float"/>.</summary>
    public const float LargestSquaredNorm = 4.2535296e37f;

    internal static int CheckDimension(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimension, LargestDimension);
        return dimension;
    }

    /// <summary>Checks <c>float[n, dim]</c> and returns n.</summary>
    internal static int Count(ReadOnlySpan<float> vectors, int dimension, string name)
    {
        if (vectors.Length % dimension != 0)
        {
            throw new ArgumentException($"{vectors.Length} components are no whole number of vectors of {dimension} dimensions.", name);
        }

        var count = vectors.Length / dimension;
        for (var i = 0; i < count; i++)
        {
            // Written so that NaN fails too.
            if (!(TensorPrimitives.SumOfSquares(vectors.Slice(i * dimension, dimension)) <= LargestSquaredNorm))
            {
                throw new ArgumentException($"Vector {i} has a component that is not finite, or is too long.", name);
            }
        }

        return count;
    }
}
