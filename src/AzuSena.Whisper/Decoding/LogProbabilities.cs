using System.Numerics.Tensors;

namespace AzuSena.Whisper.Decoding;

/// <summary>Converts logits to natural logarithms of probabilities.</summary>
internal static class LogProbabilities
{
    /// <summary>The logarithm of the sum of the exponentials; −∞ if all are suppressed.</summary>
    public static float LogSum(ReadOnlySpan<float> logits)
    {
        var highest = TensorPrimitives.Max(logits);
        if (float.IsNegativeInfinity(highest))
        {
            return highest;
        }

        var shifted = System.Buffers.ArrayPool<float>.Shared.Rent(logits.Length);
        try
        {
            var span = shifted.AsSpan(0, logits.Length);
            TensorPrimitives.Subtract(logits, highest, span);
            TensorPrimitives.Exp(span, span);
            return highest + MathF.Log(TensorPrimitives.Sum<float>(span));
        }
        finally
        {
            System.Buffers.ArrayPool<float>.Shared.Return(shifted);
        }
    }

    /// <summary>Samples a token.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="temperature">Above 0: higher values favour less likely tokens.</param>
    /// <param name="random">The random number generator.</param>
    public static int Draw(ReadOnlySpan<float> logits, double temperature, Random random)
    {
        var weights = new float[logits.Length];
        TensorPrimitives.Multiply(logits, (float)(1 / temperature), weights);
        TensorPrimitives.Subtract(weights, LogSum(weights), weights);
        TensorPrimitives.Exp<float>(weights, weights);
        var rest = random.NextDouble() * TensorPrimitives.Sum<float>(weights);
        var last = 0;
        for (var token = 0; token < weights.Length; token++)
        {
            if (weights[token] > 0)
            {
                last = token;
                if ((rest -= weights[token]) < 0)
                {
                    return token;
                }
            }
        }

        return last;
    }
}
