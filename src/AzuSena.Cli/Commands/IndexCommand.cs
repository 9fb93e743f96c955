using System.CommandLine;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Storage;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena index</c>: brings the index in line with the corpus folder.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var quiet = new Option<bool>("--quiet") { Description = "Calla si nada cambió." };
        var command = new Command("index", "Lee la carpeta de documentos y actualiza el índice.") { quiet };
        command.SetAction((parse, cancellationToken) => RunAsync(parse.GetValue(quiet), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool quiet, CancellationToken cancellationToken)
    {
        await using var product = Product.Compose();
        return await RunAsync(product, quiet, cancellationToken);
    }

    /// <summary>Indexes with a progress bar and prints what was done.</summary>
    public static async Task<int> RunAsync(IServiceProvider product, bool quiet, CancellationToken cancellationToken)
    {
        var indexer = product.GetRequiredService<CorpusIndexer>();
        var report = await Terminal.Error.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("Leyendo documentos");
                return indexer.RunAsync(new InlineProgress(bar), cancellationToken);
            });
        Print(report, quiet);
        return report.Skipped.Count == 0 ? Terminal.Success
            : product.GetRequiredService<PassageStore>().HoldsAnything() ? Terminal.Incomplete
            : Terminal.Failure;
    }

    private static void Print(IndexReport report, bool quiet)
    {
        foreach (var file in report.Skipped)
        {
            var place = file.Line is { } line ? $"{file.Path}:{line}" : file.Path;
            Console.Error.WriteLine($"Omitido {place}: {file.Reason}");
        }

        if (!quiet || report.Indexed + report.Removed + report.Skipped.Count > 0)
        {
            Console.Error.WriteLine(
                $"Documentos: {report.Indexed} leídos ({report.Passages} pasajes), {report.Unchanged} sin cambios, {report.Removed} retirados, {report.Skipped.Count} omitidos.");
        }
    }

    // Progress<T> posts to the thread pool, where a late report could follow the end of the bar.
    private sealed class InlineProgress(ProgressTask bar) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            bar.MaxValue = value.Total;
            bar.Value = value.Done;
        }
    }
}
