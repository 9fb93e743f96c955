using System.Numerics.Tensors;

namespace AzuSena.Cli.Bench;

/// <summary>Vectors of length 1 around random centres, distributed like embeddings of texts, and the same in every run.</summary>
/// <param name="dimension">Components of a vector.</param>
/// <param name="clusters">The number of centres.</param>
internal sealed class ClusteredVectors(int dimension, int clusters)
{
    private const float Spread = 0.6f;

    private readonly float[] _centres = Uniform(new Random(clusters), clusters * dimension);

    /// <summary>Creates <c>float[count, dim]</c>.</summary>
    public float[] Make(int seed, int count)
    {
        var random = new Random(seed);
        var vectors = Uniform(random, count * dimension);
        for (var i = 0; i < count; i++)
        {
            var vector = vectors.AsSpan(i * dimension, dimension);
            TensorPrimitives.MultiplyAdd(vector, Spread, _centres.AsSpan(random.Next(clusters) * dimension, dimension), vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }

        return vectors;
    }

    private static float[] Uniform(Random random, int length)
    {
        var components = new float[length];
        foreach (ref var component in components.AsSpan())
        {
            component = (random.NextSingle() * 2) - 1;
        }

        return components;
    }
}
