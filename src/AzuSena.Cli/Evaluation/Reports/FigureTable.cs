using System.Globalization;
using AzuSena.Cli.Evaluation.Measures;
using Spectre.Console;

namespace AzuSena.Cli.Evaluation.Reports;

/// <summary>Prints the figures of a run, beside those of another where there is one.</summary>
internal static class FigureTable
{
    public static void Print(IAnsiConsole console, IReadOnlyList<Figure> figures, IEnumerable<string> notRun)
    {
        var isCompared = figures.Any(figure => figure.Difference is not null);
        var table = new Table().AddColumns("medida", "valor", "95 %", "preguntas");
        if (isCompared)
        {
            table.AddColumns("antes", "diferencia", "95 %", "");
        }

        foreach (var figure in figures)
        {
            List<string> row = [figure.Measure.FullName, Format(figure.Now?.Value), Range(figure.Now), figure.Now?.Count.ToString(CultureInfo.InvariantCulture) ?? "sin preguntas"];
            row.AddRange(isCompared ? [Format(figure.Before?.Value), Signed(figure.Difference?.Value), Range(figure.Difference), Verdict(figure)] : []);
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
        foreach (var suite in notRun)
        {
            console.WriteLine($"{suite}: no se ejecutó aquí.");
        }
    }

    public static string Format(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "—";

    public static string Signed(double? value) => value?.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture) ?? "—";

    public static string Range(Interval? interval) => interval is null ? "—" : $"{Format(interval.Low)} … {Format(interval.High)}";

    public static string Verdict(Figure figure) => figure.IsWorse == true ? "peor" : figure.IsBetter == true ? "mejor" : "";
}
