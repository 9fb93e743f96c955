using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Measures;

/// <summary>A figure of a run.</summary>
/// <param name="Suite">Its suite: one of <see cref="MeasureCatalogue.Suites"/>.</param>
/// <param name="Name">Its name within the suite.</param>
/// <param name="Meaning">Its description in Spanish, for the report.</param>
/// <param name="Applies">The outcomes that it is computed over.</param>
/// <param name="Prepare">
/// Does once what every figure over these outcomes needs, and gives the figure over some of them, at least one, by index (the same one may be picked
/// twice); NaN if it is undefined.
/// </param>
/// <param name="IsBetterHigher">Whether a greater figure is better.</param>
public sealed record Measure(
    string Suite,
    string Name,
    string Meaning,
    Func<IMeasured, bool> Applies,
    Func<IReadOnlyList<IMeasured>, Func<int[], double>> Prepare,
    bool IsBetterHigher = true)
{
    /// <summary>Its name in tables: <c>retrieval/ndcg@10</c>.</summary>
    public string FullName => $"{Suite}/{Name}";

    /// <summary>A figure over outcomes of one kind.</summary>
    public static Measure Over<T>(
        string suite,
        string name,
        string meaning,
        Func<T, bool> applies,
        Func<IReadOnlyList<T>, double> value,
        bool isBetterHigher = true)
        where T : IMeasured =>
        Prepared<T>(suite, name, meaning, applies, outcomes => picks => value(Array.ConvertAll(picks, pick => outcomes[pick])), isBetterHigher);

    /// <summary>The same, with what can be done once for all resamples of the outcomes.</summary>
    public static Measure Prepared<T>(
        string suite,
        string name,
        string meaning,
        Func<T, bool> applies,
        Func<T[], Func<int[], double>> prepare,
        bool isBetterHigher = true)
        where T : IMeasured =>
        new(suite, name, meaning, outcome => outcome is T known && applies(known), outcomes => prepare([.. outcomes.Cast<T>()]), isBetterHigher);

    /// <summary>The mean of a figure of each outcome.</summary>
    public static Measure Mean<T>(string suite, string name, string meaning, Func<T, bool> applies, Func<T, double> value, bool isBetterHigher = true)
        where T : IMeasured =>
        Prepared<T>(suite, name, meaning, applies, outcomes => MeanOf(Array.ConvertAll(outcomes, outcome => value(outcome))), isBetterHigher);

    /// <summary>The share of outcomes that satisfy a condition.</summary>
    public static Measure Share<T>(string suite, string name, string meaning, Func<T, bool> applies, Func<T, bool> holds, bool isBetterHigher = true)
        where T : IMeasured =>
        Mean(suite, name, meaning, applies, outcome => holds(outcome) ? 1 : 0, isBetterHigher);

    private static Func<int[], double> MeanOf(double[] values) => picks =>
    {
        var sum = 0.0;
        foreach (var pick in picks)
        {
            sum += values[pick];
        }

        return sum / picks.Length;
    };
}
