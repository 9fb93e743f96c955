using AzuSena.Evaluation.Results;






namespace AzuSena.Evaluation.Measures;

/// <summary>A figure of a run.</summary>
/// <param name="Suite">Its suite: one of <see cref="MeasureCatalogue.Suites"/>.</param>
/// <param name="Name">Its name within the suite.</param>
/// <param name="Meaning">Its description in Spanish, for the report.</param>
/// <param name="Applies">The outcomes that it is computed over.</param>
/// <param name="Value">The figure over some of them, at least one; NaN if it is undefined.</param>
/// <param name="IsBetterHigher">Whether a greater figure is better.</param>
public sealed record Measure(
    string Suite,
    string Name,
    string Meaning,
    Func<IMeasured, bool> Applies,
    Func<IReadOnlyList<IMeasured>, double> Value,
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
        new(suite, name, meaning, outcome => outcome is T known && applies(known), outcomes => value([.. outcomes.Cast<T>()]), isBetterHigher);

    /// <summary>The mean of a figure of each outcome.</summary>
    public static Measure Mean<T>(string suite, string name, string meaning, Func<T, bool> applies, Func<T, double> value, bool isBetterHigher = true)
        where T : IMeasured =>
        Over(suite, name, meaning, applies, outcomes => outcomes.Average(value), isBetterHigher);

    /// <summary>The share of outcomes that satisfy a condition.</summary>
    public static Measure Share<T>(string suite, string name, string meaning, Func<T, bool> applies, Func<T, bool> holds, bool isBetterHigher = true)
        where T : IMeasured =>
        Mean(suite, name, meaning, applies, outcome => holds(outcome) ? 1 : 0, isBetterHigher);
}
