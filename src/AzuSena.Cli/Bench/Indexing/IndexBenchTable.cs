using System.Globalization;
using Spectre.Console;

namespace AzuSena.Cli.Bench.Indexing;

/// <summary>Prints an <see cref="IndexBenchReport"/>.</summary>
internal static class IndexBenchTable
{
    public static void Print(IAnsiConsole console, IndexBenchReport report)
    {
        var indexing = report.Indexing;
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle($"{indexing.Documents} documentos, {indexing.Passages} pasajes") };
        table.AddColumn("").AddColumn(new TableColumn("").RightAligned());
        table.AddRow("pasajes por segundo, sin vectores", Number(indexing.WordsPerSecond, "F0"));
        table.AddRow($"vectores por segundo ({Markup.Escape(indexing.Embedder ?? "sin modelo")})", Number(indexing.VectorsPerSecond, "F1"));
        table.AddRow("otra pasada, nada cambió: segundos", Number(indexing.UnchangedSeconds, "F2"));
        table.AddRow($"un documento cambió, {Number(indexing.ChangedVectors, "F0")} vectores: segundos", Number(indexing.ChangedSeconds, "F2"));
        console.Write(table);

        var search = report.Search;
        var latencies = new Table
        {
            Border = TableBorder.Simple,
            Title = new TableTitle($"{search.Passages} pasajes, índice {search.Index}, {search.Questions} preguntas, en milisegundos")
        };
        latencies.AddColumn("").AddColumn(new TableColumn("p50").RightAligned()).AddColumn(new TableColumn("p99").RightAligned());
        Add(latencies, "palabras y vectores", search.Hybrid);
        Add(latencies, "palabras", search.Words);
        Add(latencies, "solo FTS5, los términos que se buscan", search.FullText);
        Add(latencies, "solo FTS5, todos los términos", search.FullTextOfAllTerms);
        console.Write(latencies);
    }

    private static void Add(Table table, string name, Latency latency) => table.AddRow(name, Number(latency.P50, "F1"), Number(latency.P99, "F1"));

    private static string Number(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? "—";
}
