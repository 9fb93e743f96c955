using System.Globalization;
using AzuSena.Cli.Evaluation.Measures;
using Spectre.Console;

namespace AzuSena.Cli.Evaluation.Reports;

/// <summary>Prints the figures of a run, beside those of another where there is one.</summary>
internal static class FigureTable
{
    private const int TableWidth = 120;

    public static void Print(IAnsiConsole console, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, string>? unavailable = null)
    {
        var isCompared = figures.Any(figure => figure.Difference is not null);
        // Where nobody looks at a terminal there is no width to fit into.
        console.Profile.Width = Math.Max(console.Profile.Width, TableWidth);
        var table = new Table();
        string[] columns = isCompared ? ["medida", "antes", "ahora", "diferencia", "95 %", ""] : ["medida", "valor", "95 %", "casos"];
        foreach (var column in columns)
        {
            table.AddColumn(column, cell => cell.NoWrap());
        }

        foreach (var figure in figures.Where(figure => figure.Now is not null || figure.Before is not null))
        {
            string[] row = isCompared
                ? [figure.Measure.FullName, Format(figure.Before?.Value), Format(figure.Now?.Value), Signed(figure.Difference?.Value), Range(figure.Difference), Verdict(figure)]
                : [figure.Measure.FullName, Format(figure.Now?.Value), Range(figure.Now), figure.Now?.Count.ToString(CultureInfo.InvariantCulture) ?? "—"];
            table.AddRow(Array.ConvertAll(row, Markup.Escape));
        }

        console.Write(table);
        foreach (var (suite, reason) in unavailable ?? new Dictionary<string, string>())
        {
            console.WriteLine($"{suite}: no se ejecutó: {reason}");
        }
    }

    public static string Format(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "—";

    public static string Signed(double? value) => value?.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture) ?? "—";

    public static string Range(Interval? interval) => interval is null ? "—" : $"{Format(interval.Low)} … {Format(interval.High)}";

    public static string Verdict(Figure figure) => figure.IsWorse == true ? "peor" : figure.IsBetter == true ? "mejor" : "";
}
