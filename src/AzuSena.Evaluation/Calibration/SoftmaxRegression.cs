using System.Numerics.Tensors;

namespace AzuSena.Evaluation.Calibration;

/// <summary>
/// Fits weights so that the quotes that answer a question get as much as possible of the softmax over all its quotes. The optimiser is Adam
/// (https://arxiv.org/abs/1412.6980) over the whole data, so the result is deterministic.
/// </summary>
internal static class SoftmaxRegression
{
    private const int Steps = 600;
    private const double Rate = 0.05;
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double MinDeviation = 1e-9;

    /// <summary>The weight of each feature.</summary>
    /// <param name="examples">The questions.</param>
    /// <param name="features">The number of features.</param>
    /// <param name="penalty">The penalty on the square of the weights of features in units of their standard deviation, in questions.</param>
    public static double[] Fit(IReadOnlyList<QuoteExample> examples, int features, double penalty)
    {
        var scales = Scales(examples, features);
        var scaled = examples
            .Select(example => example.Quotes.Select(quote => (Features: Divided(quote.Features, scales), quote.Offset, quote.Answers)).ToArray())
            .ToArray();
        var (weights, first, second) = (new double[features], new double[features], new double[features]);
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = new double[features];
            foreach (var quotes in scaled)
            {
                AddGradient(gradient, quotes, weights);
            }

            for (var i = 0; i < features; i++)
            {
                var slope = (gradient[i] - (penalty * weights[i])) / examples.Count;
                first[i] = (FirstDecay * first[i]) + ((1 - FirstDecay) * slope);
                second[i] = (SecondDecay * second[i]) + ((1 - SecondDecay) * slope * slope);
                weights[i] += Rate * first[i] / (1 - Math.Pow(FirstDecay, step)) / (Math.Sqrt(second[i] / (1 - Math.Pow(SecondDecay, step))) + 1e-8);
            }
        }

        return Divided(weights, scales);
    }

    // Of the logarithm of the share of those that answer.
    private static void AddGradient(double[] gradient, (double[] Features, double Offset, bool Answers)[] quotes, double[] weights)
    {
        var shares = Array.ConvertAll(quotes, quote => TensorPrimitives.Dot<double>(quote.Features, weights) + quote.Offset);
        // The exponential of a large score alone would overflow.
        TensorPrimitives.Subtract(shares, TensorPrimitives.Max<double>(shares), shares);
        TensorPrimitives.SoftMax<double>(shares, shares);
        var answering = Math.Max(quotes.Zip(shares).Where(pair => pair.First.Answers).Sum(pair => pair.Second), double.Epsilon);
        foreach (var (quote, share) in quotes.Zip(shares))
        {
            TensorPrimitives.MultiplyAdd(quote.Features, (quote.Answers ? share / answering : 0) - share, gradient, gradient);
        }
    }

    // The standard deviations; a feature that never changes weighs nothing.
    private static double[] Scales(IReadOnlyList<QuoteExample> examples, int features)
    {
        var rows = examples.SelectMany(example => example.Quotes).Select(quote => quote.Features).ToArray();
        return [.. Enumerable.Range(0, features).Select(feature =>
        {
            var mean = rows.Average(row => row[feature]);
            return Math.Sqrt(rows.Average(row => (row[feature] - mean) * (row[feature] - mean))) is > MinDeviation and var deviation
                ? deviation
                : double.PositiveInfinity;
        })];
    }

    private static double[] Divided(double[] values, double[] by) => [.. values.Zip(by, (value, divisor) => value / divisor)];
}
