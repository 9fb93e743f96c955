using MathNet.Numerics.LinearAlgebra;

namespace AzuSena.Evaluation.Calibration;

/// <summary>
/// Logistic regression by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning",
/// 4.4.1), with a small ridge and both classes weighted equally.
/// </summary>
internal static class LogisticRegression
{
    private const double Ridge = 1e-5;
    private const int Iterations = 20;

    /// <summary>The bias, then a weight for each feature.</summary>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool IsPositive, double Weight)> examples)
    {
        var positives = examples.Where(example => example.IsPositive).Sum(example => example.Weight);
        var negatives = examples.Where(example => !example.IsPositive).Sum(example => example.Weight);
        var inputs = Matrix<double>.Build.DenseOfRows(examples.Select(example => example.Features.Prepend(1)));
        var targets = Vector<double>.Build.DenseOfEnumerable(examples.Select(example => example.IsPositive ? 1.0 : 0.0));
        var importance = Vector<double>.Build.DenseOfEnumerable(
            examples.Select(example => 0.5 * example.Weight / (example.IsPositive ? positives : negatives)));
        var penalty = Matrix<double>.Build.DenseDiagonal(inputs.ColumnCount, Ridge);
        penalty[0, 0] = 1e-12;
        var weights = Vector<double>.Build.Dense(inputs.ColumnCount);
        for (var i = 0; i < Iterations; i++)
        {
            var predicted = (inputs * weights).Map(sum => 1 / (1 + Math.Exp(-sum)));
            var gradient = inputs.TransposeThisAndMultiply((predicted - targets).PointwiseMultiply(importance)) + (penalty * weights);
            var curvature = predicted.Map(p => p * (1 - p)).PointwiseMultiply(importance);
            var hessian = inputs.TransposeThisAndMultiply(
                Matrix<double>.Build.DenseOfColumns(inputs.EnumerateColumns().Select(column => column.PointwiseMultiply(curvature)))) + penalty;
            weights -= hessian.Solve(gradient);
        }

        return [.. weights];
    }
}
