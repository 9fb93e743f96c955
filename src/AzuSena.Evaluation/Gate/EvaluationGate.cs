using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Runs;






namespace AzuSena.Evaluation.Gate;

/// <summary>Whether the product is as good as its committed baseline, by every measure that needs no model.</summary>
/// <param name="Figures">The figures with the baseline's.</param>
public sealed record EvaluationGate(IReadOnlyList<Figure> Figures)
{
    /// <summary>The measures that fell by more than their noise.</summary>
    public IEnumerable<Figure> Fallen => Figures.Where(figure => figure.IsWorse == true);

    /// <summary>Measures of the baseline that the run has no figure for: an unmeasured one has not passed.</summary>
    public IEnumerable<Figure> Unmeasured => Figures.Where(figure => figure is { Before: not null, Difference: null });

    /// <summary>Whether it passes.</summary>
    public bool IsPassed => !Fallen.Any() && !Unmeasured.Any() && Figures.Any(figure => figure.Difference is not null);

    /// <summary>Runs every part and compares it with its baseline.</summary>
    public static async Task<EvaluationGate> RunAsync(IEnumerable<GatePart> parts, RunOptions options, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        foreach (var part in parts)
        {
            // Read first: without a baseline no question need be asked.
            var baseline = EvaluationRun.Read(part.Baseline);
            figures.AddRange(part.Compare(await part.RunAsync(options, cancellationToken), baseline));
        }

        return new EvaluationGate(figures);
    }
}
