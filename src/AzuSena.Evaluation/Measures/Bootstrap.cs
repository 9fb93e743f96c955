using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Measures;

/// <summary>
/// Percentile bootstrap over questions (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993); for two runs paired by question, so that difficulty
/// common to both is not noise (Koehn, "Statistical Significance Tests for Machine Translation Evaluation", 2004). The seed is fixed: the same runs give the
/// same intervals.
/// </summary>
internal static class Bootstrap
{
    private const int Resamples = 1000;
    private const int Seed = 20_240_601;
    private const double Tail = 0.025;

    /// <summary>A measure of one run; null if it applies to no question.</summary>
    public static Interval? Of(Measure measure, EvaluationRun run)
    {
        var outcomes = run.All.Where(measure.Applies).ToArray();
        return outcomes.Length == 0 ? null : Resample(outcomes.Length, measure.Prepare(outcomes));
    }

    /// <summary>
    /// The difference of a measure between two runs, over the questions that both have; null if there are none. Positive if <paramref name="run"/> is greater.
    /// </summary>
    public static Interval? Difference(Measure measure, EvaluationRun before, EvaluationRun run)
    {
        var earlier = before.All.Where(measure.Applies).ToDictionary(outcome => outcome.Id, StringComparer.Ordinal);
        var pairs = run.All
            .Where(measure.Applies)
            .Where(outcome => earlier.ContainsKey(outcome.Id))
            .Select(outcome => (Before: earlier[outcome.Id], Now: outcome))
            .ToArray();
        var (then, now) = (measure.Prepare(Array.ConvertAll(pairs, pair => pair.Before)), measure.Prepare(Array.ConvertAll(pairs, pair => pair.Now)));
        return pairs.Length == 0 ? null : Resample(pairs.Length, picks => now(picks) - then(picks));
    }

    private static Interval? Resample(int count, Func<int[], double> measure)
    {
        var value = measure([.. Enumerable.Range(0, count)]);
        if (double.IsNaN(value))
        {
            return null;
        }

        var random = new Random(Seed);
        var picks = new int[count];
        var values = new List<double>(Resamples);
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var i = 0; i < count; i++)
            {
                picks[i] = random.Next(count);
            }

            values.Add(measure(picks));
        }

        // A resample without one of the classes has no figure.
        values.RemoveAll(double.IsNaN);
        values.Sort();
        return values.Count == 0
            ? new Interval(value, value, value, count)
            : new Interval(value, values[(int)(Tail * values.Count)], values[(int)((1 - Tail) * (values.Count - 1))], count);
    }
}
