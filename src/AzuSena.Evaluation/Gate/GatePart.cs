using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Runs;






namespace AzuSena.Evaluation.Gate;

/// <summary>One data set of the gate, with its baseline.</summary>
/// <param name="Name">The prefix of its measures; empty for the product's own questions.</param>
/// <param name="Set">The questions.</param>
/// <param name="Baseline">The file of its baseline.</param>
/// <param name="Suites">The suites measured on it.</param>
public sealed record GatePart(string Name, EvaluationSet Set, string Baseline, IReadOnlyList<string> Suites)
{
    // The product's own questions are too few to show a retrieval change of a point or two; a third of these are enough.
    private const int Every = 3;

    /// <summary>
    /// The parts in a folder: the product's own questions in <c>questions/</c> over the corpus, those for tools in <c>tools/</c> and, if
    /// present, retrieval over the Wikipedia paragraphs that the evidence model is fitted on.
    /// </summary>
    public static IReadOnlyList<GatePart> Read(string folder)
    {
        var own = new GatePart(
            "", EvaluationSet.Read(Path.Combine(folder, "questions"), foreign: null), Path.Combine(folder, "baseline.json"), MeasureCatalogue.Suites);
        var wikipedia = Path.Combine(folder, "calibration", "squad-es-v2-a.json.gz");
        var tools = Path.Combine(folder, "tools");
        return
        [
            own,
            .. Directory.Exists(tools)
                ? [new GatePart("tools", EvaluationSet.Read(tools, foreign: null), Path.Combine(folder, "baseline-tools.json"), ["tools"])]
                : Array.Empty<GatePart>(),
            .. File.Exists(wikipedia)
                ? [new GatePart(
                    "wikipedia", Sample(EvaluationSet.Read(wikipedia, foreign: null)), Path.Combine(folder, "baseline-wikipedia.json"), ["retrieval"])]
                : Array.Empty<GatePart>(),
        ];
    }

    /// <summary>Asks the questions.</summary>
    public Task<EvaluationRun> RunAsync(RunOptions options, CancellationToken cancellationToken) =>
        Evaluator.RunAsync(Name.Length == 0 ? "questions" : Name, Set, options, cancellationToken);

    /// <summary>Compares a run with the baseline.</summary>
    public IEnumerable<Figure> Compare(EvaluationRun run, EvaluationRun baseline) =>
        Figure.Of(Suites, run, baseline).Select(figure => Name.Length == 0 ? figure : figure with { Measure = figure.Measure with { Suite = Name } });

    private static EvaluationSet Sample(EvaluationSet set) =>
        set with { Questions = [.. set.Questions.Where(question => question.IsAnswerable).Where((_, index) => index % Every == 0)] };
}
