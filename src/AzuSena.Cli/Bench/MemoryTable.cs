using System.Globalization;
using Spectre.Console;

namespace AzuSena.Cli.Bench;

/// <summary>Prints a <see cref="MemoryReport"/>: for each pair a line for AzuSENA, one for the peer, and one for the ratio.</summary>
internal static class MemoryTable
{
    private const double Megabyte = 1 << 20;

    // Short, so that the table fits eighty columns.
    private static readonly string[] Headings = ["q/s", "en lote", "recall", "crear s", "MB", "disco"];

    public static void Print(IAnsiConsole console, MemoryReport report)
    {
        console.WriteLine($"{report.Queries} consultas, {report.Rounds} turnos, {report.Processors} procesadores; * el mismo archivo");
        foreach (var size in report.Rows.GroupBy(row => row.Vectors))
        {
            var table = new Table { Border = TableBorder.Simple, Title = new TableTitle($"{size.Key} × {report.Dimension}") };
            table.AddColumn(new TableColumn("").Padding(0, 0).NoWrap());
            table.AddColumns([.. Headings.Select(heading => new TableColumn(heading).RightAligned().Padding(1, 0))]);
            foreach (var row in size)
            {
                Add(table, row);
            }

            console.Write(table);
        }
    }

    private static void Add(Table table, MemoryRow row)
    {
        var (own, peer) = (row.Own, row.PeerFigures);
        table.AddRow([row.Kind, .. Cells(own)]);
        table.AddRow([row.SameFile ? $"{row.Peer} *" : row.Peer, .. Cells(peer)]);
        table.AddRow(
            "  razón",
            $"[bold]{Number(row.OneByOne.Median, "F2")}[/]",
            $"[bold]{Number(row.Batch.Median, "F2")}[/]",
            Ratio(own.RecallAt10, peer.RecallAt10),
            Ratio(own.BuildSeconds, peer.BuildSeconds),
            Ratio(own.MemoryBytes, peer.MemoryBytes),
            Ratio(own.FileBytes, peer.FileBytes));
        table.AddEmptyRow();
    }

    private static string[] Cells(IndexFigures figures) =>
    [
        Number(figures.QueriesPerSecond, "F0"),
        Number(figures.BatchQueriesPerSecond, "F0"),
        Number(figures.RecallAt10, "F3"),
        Number(figures.BuildSeconds, "F2"),
        Number(figures.MemoryBytes / Megabyte, "F1"),
        Number(figures.FileBytes / Megabyte, "F1"),
    ];

    private static string Ratio(double own, double peer) => peer > 0 ? Number(own / peer, "F2") : "—";

    private static string Number(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
