using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;






namespace AzuSena.Evaluation.Reports;

/// <summary>The plots of a run; of two runs if one is compared.</summary>
internal static class Plots
{
    private const int Bars = 20;

    /// <summary>The distribution of confidence over answerable and other questions.</summary>
    public static Plot Distributions(EvaluationRun run)
    {
        var answerable = Shares(run, ExpectedOutcome.Answer);
        var others = Shares(run, ExpectedOutcome.Abstain);
        var plot = new Plot("Distribución de la confianza", "confianza", "parte de las preguntas", Math.Max(answerable.Max(), others.Max()))
        {
            Keys = [new PlotKey("a", "con respuesta"), new PlotKey("b", "sin respuesta.")],
            Caption = "La línea es el umbral para declinar.",
        };
        const double half = 0.5 / Bars;
        for (var i = 0; i < Bars; i++)
        {
            var from = (double)i / Bars;
            plot.Bar(from, from + half, answerable[i], "af", $"con respuesta: {answerable[i]:P1}")
                .Bar(from + half, from + (2 * half), others[i], "bf", $"sin respuesta: {others[i]:P1}");
        }

        return plot.Mark(run.Threshold);
    }

    /// <summary>Confidence against truth.</summary>
    public static Plot Reliability(EvaluationRun run, EvaluationRun? before)
    {
        var plot = new Plot("Diagrama de fiabilidad", "confianza", "parte que tiene respuesta")
        {
            Keys = Keys(before),
            Caption = "Fiabilidad: en la diagonal, la confianza dice la verdad. El área de cada punto es lo que cae en él.",
        }.Line([(0, 0), (1, 1)], "ideal");
        foreach (var (bins, style) in new[] { (Bins(before), "b"), (Bins(run), "a") })
        {
            plot.Line(bins.Select(bin => (bin.Confidence, bin.Share)), style);
            foreach (var bin in bins)
            {
                var label = $"{bin.Count} preguntas: confianza {bin.Confidence:F2}, con respuesta {bin.Share:F2}";
                plot.Dot(bin.Confidence, bin.Share, bin.Weight, $"{style}f", label);
            }
        }

        return plot;
    }

    /// <summary>Risk against coverage.</summary>
    public static Plot RiskAndCoverage(EvaluationRun run, EvaluationRun? before)
    {
        var curves = new[] { (before, "b"), (run, "a") }
            .Where(pair => pair.Item1 is { Outcomes.Count: > 0 })
            .Select(pair => (RiskCoverage.Of(pair.Item1!.Outcomes).Points, pair.Item2))
            .ToArray();
        var top = Math.Ceiling(curves.SelectMany(curve => curve.Points).Select(point => point.Risk).DefaultIfEmpty(1).Max() * 10) / 10;
        var plot = new Plot(
            "Riesgo y cobertura", "parte de las preguntas que se responde", "parte de lo respondido que está mal", Math.Min(1, Math.Max(0.1, top)))
        {
            Keys = Keys(before),
            Caption = "Riesgo y cobertura: cuánto se equivoca si responde las más seguras primero.",
        };
        foreach (var (points, style) in curves)
        {
            plot.Line(points.Select(point => (point.Coverage, point.Risk)), style);
        }

        return plot;
    }

    private static IReadOnlyList<PlotKey> Keys(EvaluationRun? before) => before is null ? [] : [new PlotKey("a", "ahora"), new PlotKey("b", "antes.")];

    private static IReadOnlyList<ReliabilityBin> Bins(EvaluationRun? run) => run is null ? [] : Measures.Reliability.Of(run.Outcomes).Bins;

    private static double[] Shares(EvaluationRun run, ExpectedOutcome expect)
    {
        var outcomes = run.Outcomes.Where(outcome => outcome.Expect == expect).ToArray();
        var counts = outcomes.CountBy(outcome => Math.Min(Bars - 1, (int)(outcome.Confidence * Bars))).ToDictionary();
        return [.. Enumerable.Range(0, Bars).Select(bar => counts.GetValueOrDefault(bar) / (double)Math.Max(1, outcomes.Length))];
    }
}
