using System.Globalization;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Reports;
using Spectre.Console;

namespace AzuSena.Cli.Tables;

/// <summary>Prints the figures of a run, compared with another one if given.</summary>
internal static class FigureTable
{
    private const int TableWidth = 120;

    public static void Print(IAnsiConsole console, IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, string>? unavailable = null)
    {
        var isCompared = figures.Any(figure => figure.Difference is not null);
        var width = console.Profile.Width;
        var table = new Table();
        string[] columns = isCompared ? ["medida", "antes", "ahora", "diferencia", "95 %", ""] : ["medida", "valor", "95 %", "casos"];
        foreach (var column in columns)
        {
            table.AddColumn(column, cell => cell.NoWrap());
        }

        foreach (var figure in figures.Where(figure => figure.Now is not null || figure.Before is not null))
        {
            string[] row = isCompared
                ? [
                    figure.Measure.FullName, FigureText.Format(figure.Before?.Value), FigureText.Format(figure.Now?.Value),
                    FigureText.Change(figure.Difference?.Value), FigureText.Range(figure.Difference), FigureText.Verdict(figure)
                ]
                : [
                    figure.Measure.FullName, FigureText.Format(figure.Now?.Value), FigureText.Range(figure.Now),
                    figure.Now?.Count.ToString(CultureInfo.InvariantCulture) ?? "—"
                ];
            table.AddRow(Array.ConvertAll(row, Markup.Escape));
        }

        try
        {
            // If the output is not a terminal it has no width to fit.
            console.Profile.Width = Math.Max(width, TableWidth);
            console.Write(table);
        }
        finally
        {
            // The console outlives the table.
            console.Profile.Width = width;
        }

        foreach (var (suite, reason) in unavailable ?? new Dictionary<string, string>())
        {
            console.WriteLine($"{suite}: no se ejecutó: {reason}");
        }
    }
}
