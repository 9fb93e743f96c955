using AzuSena.Cli.Evaluation.Measures;
using AzuSena.Cli.Evaluation.Runs;

namespace AzuSena.Cli.Evaluation.Gate;

/// <summary>Whether the product is as good as its committed baseline, by every measure that needs no model.</summary>
/// <param name="Figures">The figures beside the baseline's.</param>
internal sealed record EvaluationGate(IReadOnlyList<Figure> Figures)
{
    /// <summary>The measures that fell by more than their noise.</summary>
    public IEnumerable<Figure> Fallen => Figures.Where(figure => figure.IsWorse == true);

    /// <summary>Measures of the baseline that the run has no figure for: what is not measured has not passed.</summary>
    public IEnumerable<Figure> Unmeasured => Figures.Where(figure => figure is { Before: not null, Difference: null });

    /// <summary>Whether it passes.</summary>
    public bool IsPassed => !Fallen.Any() && !Unmeasured.Any() && Figures.Any(figure => figure.Difference is not null);

    /// <summary>Runs the data set and holds it against the baseline.</summary>
    public static async Task<EvaluationGate> RunAsync(EvaluationSet set, EvaluationRun baseline, RunOptions options, CancellationToken cancellationToken) =>
        Of(await Evaluator.RunAsync("gate", set, options, cancellationToken), baseline);

    /// <summary>Holds a run against the baseline.</summary>
    public static EvaluationGate Of(EvaluationRun run, EvaluationRun baseline) => new(Figure.Of(MeasureCatalogue.Suites, run, baseline));
}
