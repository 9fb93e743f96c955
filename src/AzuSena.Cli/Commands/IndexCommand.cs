using System.CommandLine;
using AzuSena.Errors;
using AzuSena.Evaluation;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Reading;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena index</c>: brings the index up to date with the corpus folder.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var quiet = new Option<bool>("--quiet") { Description = "Calla si nada cambió." };
        var wordsOnly = new Option<bool>("--words-only") { Description = "No calcula los vectores; el servicio los calcula mientras atiende." };
        var watch = new Option<bool>("--watch") { Description = "Sigue la carpeta y actualiza el índice cada vez que cambia, hasta Ctrl-C." };
        var command = new Command("index", "Lee la carpeta de documentos y actualiza el índice.") { quiet, wordsOnly, watch };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            return parse.GetValue(watch)
                ? await WatchAsync(product, parse.GetValue(wordsOnly), cancellationToken)
                : await RunAsync(product, parse.GetValue(quiet), parse.GetValue(wordsOnly), cancellationToken);
        });
        return command;
    }

    /// <summary>Indexes with progress bars and prints a summary.</summary>
    public static async Task<int> RunAsync(IServiceProvider product, bool quiet, bool wordsOnly, CancellationToken cancellationToken)
    {
        var report = await IndexingBars.ShowAsync(async bars =>
        {
            var done = await product.GetRequiredService<CorpusIndexer>().RunAsync(bars, cancellationToken);
            if (!wordsOnly)
            {
                await product.GetRequiredService<PassageUpkeep>().RunAsync(bars, cancellationToken);
            }

            return done;
        });
        Print(report, quiet);
        PrintVectors(product.GetRequiredService<PassageVectors>().Status, quiet || wordsOnly);
        return report.Skipped.Count == 0 ? Terminal.Success
            : product.GetRequiredService<PassageStore>().HoldsAnything() ? Terminal.Incomplete
            : Terminal.Failure;
    }

    private static async Task<int> WatchAsync(IServiceProvider product, bool wordsOnly, CancellationToken cancellationToken)
    {
        Console.Error.WriteLine("Siguiendo la carpeta de documentos; Ctrl-C para terminar.");
        await foreach (var _ in product.GetRequiredService<CorpusWatch>().ChangesAsync(cancellationToken))
        {
            try
            {
                await RunAsync(product, quiet: false, wordsOnly, cancellationToken);
            }
            catch (AzuSenaException exception)
            {
                // The folder may be temporarily missing; the index stays as it was.
                Console.Error.WriteLine(exception.ForOperator);
            }
        }

        return Terminal.Success;
    }

    private static void Print(IndexReport report, bool quiet)
    {
        foreach (var file in report.Skipped)
        {
            var place = file.Line is { } line ? $"{file.Path}:{line}" : file.Path;
            Console.Error.WriteLine($"Omitido {OnOneLine(place)}: {file.Reason}");
        }

        foreach (var note in report.Notes)
        {
            Console.Error.WriteLine($"Nota {OnOneLine(note.Line == 0 ? note.Path : $"{note.Path}:{note.Line}")}: {note.Text}");
        }

        if (!quiet || report.Indexed + report.Removed + report.Skipped.Count > 0)
        {
            Console.Error.WriteLine(
                $"Documentos: {report.Indexed} leídos ({report.Passages} pasajes), "
                + $"{report.Unchanged} sin cambios, {report.Removed} retirados, {report.Skipped.Count} omitidos.");
        }
    }

    // The name of a file may contain line breaks and control sequences.
    private static string OnOneLine(string path) => string.Concat(path.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static void PrintVectors(VectorStatus status, bool quiet)
    {
        if (!quiet && status.Embedder is not null)
        {
            Console.Error.WriteLine($"Vectores: {status.Done} de {status.Total} pasajes ({status.Embedder}, índice {status.Index ?? "pendiente"}).");
        }
    }
}
