using AzuSena.Evaluation.Results;






namespace AzuSena.Evaluation.Measures;

/// <summary>A figure of a run, compared with another run if given.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Now">The figure of the run; null if the measure applies to no question.</param>
/// <param name="Before">The figure of the other run.</param>
/// <param name="Difference">The difference, over the questions that both have.</param>
public sealed record Figure(Measure Measure, Interval? Now, Interval? Before, Interval? Difference)
{
    /// <summary>Whether it is worse than before by more than the noise; null if nothing can be compared.</summary>
    public bool? IsWorse => Difference is null ? null : Measure.IsBetterHigher ? Difference.High < -MinChange : Difference.Low > MinChange;

    /// <summary>Whether it is better than before by more than the noise.</summary>
    public bool? IsBetter => Difference is null ? null : Measure.IsBetterHigher ? Difference.Low > MinChange : Difference.High < -MinChange;

    // Rounding of a last digit does not count as a change.
    private const double MinChange = 0.0005;

    /// <summary>The figures of some suites.</summary>
    public static List<Figure> Of(IReadOnlyCollection<string> suites, EvaluationRun run, EvaluationRun? before) => MeasureCatalogue.Of(suites)
        .Select(measure => new Figure(
            measure,
            Bootstrap.Of(measure, run),
            before is null ? null : Bootstrap.Of(measure, before),
            before is null ? null : Bootstrap.Difference(measure, before, run)))
        .ToList();
}
