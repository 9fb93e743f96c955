using AzuSena.Cli.Evaluation.Runs;

namespace AzuSena.Cli.Evaluation.Measures;

/// <summary>A figure of a run.</summary>
/// <param name="Suite">What it belongs to: <c>retrieval</c>, <c>answers</c>, <c>abstention</c>, <c>dialogue</c>, <c>injection</c>.</param>
/// <param name="Name">Its name within the suite.</param>
/// <param name="Meaning">What it says, in Spanish, for the report.</param>
/// <param name="Applies">The questions that it is counted over.</param>
/// <param name="Value">The figure over some of them, at least one; not a number where it is not defined.</param>
/// <param name="IsBetterHigher">Whether a greater figure is better.</param>
internal sealed record Measure(
    string Suite,
    string Name,
    string Meaning,
    Func<QuestionOutcome, bool> Applies,
    Func<IReadOnlyList<QuestionOutcome>, double> Value,
    bool IsBetterHigher = true)
{
    /// <summary>Its name in tables: <c>retrieval/ndcg@10</c>.</summary>
    public string FullName => $"{Suite}/{Name}";

    /// <summary>The mean of a figure of each question.</summary>
    public static Measure Mean(string suite, string name, string meaning, Func<QuestionOutcome, bool> applies, Func<QuestionOutcome, double> value, bool isBetterHigher = true) =>
        new(suite, name, meaning, applies, outcomes => outcomes.Average(value), isBetterHigher);

    /// <summary>The share of questions of which something holds.</summary>
    public static Measure Share(string suite, string name, string meaning, Func<QuestionOutcome, bool> applies, Func<QuestionOutcome, bool> holds, bool isBetterHigher = true) =>
        Mean(suite, name, meaning, applies, outcome => holds(outcome) ? 1 : 0, isBetterHigher);
}
