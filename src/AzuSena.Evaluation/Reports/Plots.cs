using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;






namespace AzuSena.Evaluation.Reports;

/// <summary>The plots of a run; of two runs where one is compared.</summary>
internal static class Plots
{
    private const int Bars = 20;

    /// <summary>How confidence is spread over what can be answered and what cannot.</summary>
    public static string Distributions(EvaluationRun run)
    {
        var answerable = Shares(run, ExpectedOutcome.Answer);
        var others = Shares(run, ExpectedOutcome.Abstain);
        var svg = new Svg("Distribución de la confianza", "confianza", "parte de las preguntas", Math.Max(answerable.Max(), others.Max()));
        const double half = 0.5 / Bars;
        for (var i = 0; i < Bars; i++)
        {
            var from = (double)i / Bars;
            svg.Bar(from, from + half, answerable[i], "af", $"con respuesta: {answerable[i]:P1}").Bar(from + half, from + (2 * half), others[i], "bf", $"sin respuesta: {others[i]:P1}");
        }

        return svg.Mark(run.Threshold).ToString();
    }

    /// <summary>Confidence against truth.</summary>
    public static string Reliability(EvaluationRun run, EvaluationRun? before)
    {
        var svg = new Svg("Diagrama de fiabilidad", "confianza", "parte que tiene respuesta").Line([(0, 0), (1, 1)], "ideal");
        foreach (var (bins, style) in new[] { (Bins(before), "b"), (Bins(run), "a") })
        {
            svg.Line(bins.Select(bin => (bin.Confidence, bin.Share)), style);
            foreach (var bin in bins)
            {
                svg.Dot(bin.Confidence, bin.Share, bin.Weight, $"{style}f", $"{bin.Count} preguntas: confianza {bin.Confidence:F2}, con respuesta {bin.Share:F2}");
            }
        }

        return svg.ToString();
    }

    /// <summary>What answering more costs.</summary>
    public static string RiskAndCoverage(EvaluationRun run, EvaluationRun? before)
    {
        var curves = new[] { (before, "b"), (run, "a") }.Where(pair => pair.Item1 is { Outcomes.Count: > 0 }).Select(pair => (RiskCoverage.Of(pair.Item1!.Outcomes).Points, pair.Item2)).ToArray();
        var top = Math.Ceiling(curves.SelectMany(curve => curve.Points).Select(point => point.Risk).DefaultIfEmpty(1).Max() * 10) / 10;
        var svg = new Svg("Riesgo y cobertura", "parte de las preguntas que se responde", "parte de lo respondido que está mal", Math.Min(1, Math.Max(0.1, top)));
        foreach (var (points, style) in curves)
        {
            svg.Line(points.Select(point => (point.Coverage, point.Risk)), style);
        }

        return svg.ToString();
    }

    private static IReadOnlyList<ReliabilityBin> Bins(EvaluationRun? run) => run is null ? [] : Measures.Reliability.Of(run.Outcomes).Bins;

    private static double[] Shares(EvaluationRun run, ExpectedOutcome expect)
    {
        var outcomes = run.Outcomes.Where(outcome => outcome.Expect == expect).ToArray();
        var counts = outcomes.CountBy(outcome => Math.Min(Bars - 1, (int)(outcome.Confidence * Bars))).ToDictionary();
        return [.. Enumerable.Range(0, Bars).Select(bar => counts.GetValueOrDefault(bar) / (double)Math.Max(1, outcomes.Length))];
    }
}
