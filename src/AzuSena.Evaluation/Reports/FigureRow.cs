using AzuSena.Evaluation.Measures;

namespace AzuSena.Evaluation.Reports;

/// <summary>A measure's line in the report.</summary>
internal sealed record FigureRow(
    string Name,
    string Meaning,
    bool LessIsBetter,
    string Value,
    string Range,
    int Count,
    string Before,
    string Change,
    string ChangeRange,
    string Style,
    string Verdict)
{
    /// <summary>The lines of the figures that the run has.</summary>
    public static IReadOnlyList<FigureRow> Of(IReadOnlyList<Figure> figures) => [.. figures.Where(figure => figure.Now is not null).Select(Of)];

    private static FigureRow Of(Figure figure) => new(
        figure.Measure.FullName,
        figure.Measure.Meaning,
        !figure.Measure.IsBetterHigher,
        FigureText.Format(figure.Now!.Value),
        FigureText.Range(figure.Now),
        figure.Now.Count,
        FigureText.Format(figure.Before?.Value),
        FigureText.Change(figure.Difference?.Value),
        FigureText.Range(figure.Difference),
        figure.IsWorse == true ? "worse" : figure.IsBetter == true ? "better" : "dim",
        FigureText.Verdict(figure));
}
