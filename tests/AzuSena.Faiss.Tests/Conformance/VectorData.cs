namespace AzuSena.Faiss.Tests.Conformance;

/// <summary>Vectors that are the same in every run.</summary>
internal static class VectorData
{
    /// <summary><c>float[n, dim]</c> with components from −1 to 1.</summary>
    public static float[] Uniform(Random random, int count, int dimension)
    {
        var vectors = new float[count * dimension];
        foreach (ref var component in vectors.AsSpan())
        {
            component = (random.NextSingle() * 2) - 1;
        }

        return vectors;
    }

    /// <summary><c>float[n, dim]</c> of length 1 around so many centres, as embeddings of texts lie.</summary>
    public static float[] Clustered(Random random, int count, int dimension, int clusters)
    {
        var centres = Uniform(new Random(clusters), clusters, dimension);
        var vectors = Uniform(random, count, dimension);
        for (var i = 0; i < count; i++)
        {
            var vector = vectors.AsSpan(i * dimension, dimension);
            var centre = centres.AsSpan(random.Next(clusters) * dimension, dimension);
            var squares = 0f;
            for (var j = 0; j < dimension; j++)
            {
                vector[j] = centre[j] + (0.6f * vector[j]);
                squares += vector[j] * vector[j];
            }

            foreach (ref var component in vector)
            {
                component /= MathF.Sqrt(squares);
            }
        }

        return vectors;
    }

    public static long[] Ids(int count, long first = 0) => [.. Enumerable.Range(0, count).Select(i => first + i)];
}
