using System.Globalization;
using Spectre.Console;

namespace AzuSena.Cli.Bench.Voice;

/// <summary>Prints a <see cref="VoiceReport"/>: for each model a line for AzuSENA, one for the peer, and one for the ratio.</summary>
internal static class VoiceTable
{
    private static readonly string[] Headings = ["WER", "tiempo/audio", "CPU/audio", "cargar s", "MB"];

    public static void Print(IAnsiConsole console, VoiceReport report)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Clips} grabaciones ({report.AudioSeconds:F0} s, {report.Words} palabras), {report.Rounds} turnos, {report.Processors} procesadores"));
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        table.AddColumns([.. Headings.Select(heading => new TableColumn(heading).RightAligned())]);
        foreach (var row in report.Rows)
        {
            table.AddRow([row.Model, .. Cells(row.Own)]);
            table.AddRow(["  transformers.js", .. Cells(row.Peer)]);
            table.AddRow(
                "  razón",
                "",
                $"[bold]{Number(row.Time.Median, "F2")}[/] ({Number(row.Time.LowerQuartile, "F2")}–{Number(row.Time.UpperQuartile, "F2")})",
                Number(row.Own.ProcessorFactor / row.Peer.ProcessorFactor, "F2"),
                Number(row.Own.LoadSeconds / row.Peer.LoadSeconds, "F2"),
                Number((double)row.Own.MemoryBytes / row.Peer.MemoryBytes, "F2"));
            table.AddEmptyRow();
        }

        console.Write(table);
    }

    private static string[] Cells(VoiceFigures figures) =>
    [
        Number(figures.WordErrorRate, "F3"),
        Number(figures.RealTimeFactor, "F2"),
        Number(figures.ProcessorFactor, "F2"),
        Number(figures.LoadSeconds, "F1"),
        Number(figures.MemoryBytes / 1e6, "F0"),
    ];

    private static string Number(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
