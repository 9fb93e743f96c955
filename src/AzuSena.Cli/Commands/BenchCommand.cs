using System.CommandLine;
using System.Globalization;
using AzuSena.Cli.Bench;
using AzuSena.Cli.Bench.Indexing;
using AzuSena.Cli.Bench.Voice;
using AzuSena.Evaluation;
using AzuSena.Models.ModelFiles;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena bench</c>: measures speed and cost in comparison with other libraries.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Mide velocidad y costo, al lado de otros.") { Memory(), Index(), Voice() };

    private static Command Index()
    {
        var documents = AtLeast(1, new Option<int>("--documents") { Description = "Documentos que se indexan sin vectores.", DefaultValueFactory = _ => 1000 });
        var embedded = AtLeast(1, new Option<int>("--embedded") { Description = "Documentos que se indexan con vectores.", DefaultValueFactory = _ => 20 });
        var passages = AtLeast(
            1, new Option<int>("--passages") { Description = "Pasajes del almacén en el que se busca.", DefaultValueFactory = _ => 100_000 });
        var questions = AtLeast(1, new Option<int>("--questions") { Description = "Preguntas que se buscan.", DefaultValueFactory = _ => 300 });
        var json = new Option<FileInfo?>("--json") { Description = "Escribe las cifras también en este archivo." };
        var command = new Command("index", "Mide la indexación y la búsqueda en un almacén grande, con textos hechos de los de corpus/.")
        { documents, embedded, passages, questions, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var report = await IndexBench.RunAsync(
                new IndexBenchSizes(parse.GetValue(documents), parse.GetValue(embedded), parse.GetValue(passages), parse.GetValue(questions)),
                Console.Error.WriteLine,
                cancellationToken);
            IndexBenchTable.Print(AnsiConsole.Console, report);
            if (parse.GetValue(json) is { } output)
            {
                await File.WriteAllTextAsync(output.FullName, JsonOutput.Of(report), cancellationToken);
            }

            return Terminal.Success;
        });
        return command;
    }

    private static Command Voice()
    {
        string[] names = ["whisper-base", ModelCatalogue.DefaultSpeech, ModelCatalogue.DefaultSpeech + "-ggml"];
        var clips = new Option<DirectoryInfo>("--clips")
        {
            Description = "Carpeta de grabaciones, cada una con su transcripción al lado (001.ogg y 001.txt).",
            DefaultValueFactory = _ => new DirectoryInfo(EvaluationData.Recordings),
        };
        var models = new Option<string[]>("--models")
        {
            Description = $"Modelos que se miden: {string.Join(", ", names)}.",
            DefaultValueFactory = _ => names,
            AllowMultipleArgumentsPerToken = true
        };
        models.AcceptOnlyFromAmong(names);
        var rounds = AtLeast(1, new Option<int>("--rounds") { Description = "Veces que los dos lados se turnan.", DefaultValueFactory = _ => 3 });
        var json = new Option<FileInfo?>("--json") { Description = "Escribe las cifras también en este archivo." };
        var command = new Command("voice", "Mide la transcripción junto a transformers.js, con los mismos pesos y las mismas grabaciones.")
        { clips, models, rounds, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            var bench = new VoiceBench(product.GetRequiredService<ModelStore>(), Console.Error.WriteLine);
            var report = await bench.RunAsync(parse.GetValue(clips)!.FullName, parse.GetValue(models)!, parse.GetValue(rounds), cancellationToken);
            VoiceTable.Print(AnsiConsole.Console, report);
            if (parse.GetValue(json) is { } output)
            {
                await File.WriteAllTextAsync(output.FullName, JsonOutput.Of(report), cancellationToken);
            }

            return Terminal.Success;
        });
        return command;
    }

    private static Command Memory()
    {
        string[] names = [.. BenchKind.All.Select(kind => kind.Name)];
        var vectors = AtLeast(MemoryBenchOptions.FewestVectors, new Option<int[]>("--vectors")
        {
            Description = "Tamaños de índice; un millón pide unos 8 GB de memoria.",
            DefaultValueFactory = _ => [10_000, 100_000],
            AllowMultipleArgumentsPerToken = true,
        });
        var queries = AtLeast(
            1, new Option<int>("--queries") { Description = "Consultas de un lote, con las que también se mide el recall.", DefaultValueFactory = _ => 200 });
        var rounds = AtLeast(1, new Option<int>("--rounds") { Description = "Veces que los dos lados se turnan.", DefaultValueFactory = _ => 15 });
        var turn = AtLeast(1, new Option<int>("--turn") { Description = "Milisegundos de cada turno.", DefaultValueFactory = _ => 250 });
        var kinds = new Option<string[]>("--kinds")
        {
            Description = $"Índices que se miden: {string.Join(", ", names)}.",
            DefaultValueFactory = _ => names,
            AllowMultipleArgumentsPerToken = true
        };
        kinds.AcceptOnlyFromAmong(names);
        var json = new Option<FileInfo?>("--json") { Description = "Escribe las cifras también en este archivo." };
        var command = new Command("memory", "Mide cada índice de vectores junto a python3-faiss y python3-hnswlib, con los mismos datos.")
        { vectors, queries, rounds, turn, kinds, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var options = new MemoryBenchOptions(
                parse.GetValue(vectors)!,
                parse.GetValue(queries),
                parse.GetValue(rounds),
                TimeSpan.FromMilliseconds(parse.GetValue(turn)),
                parse.GetValue(kinds)!);
            // On a pool thread, as the product's searches are.
            var report = await Task.Run(() => new MemoryBench(options, Console.Error.WriteLine, cancellationToken).Run(), cancellationToken);
            MemoryTable.Print(AnsiConsole.Console, report);
            if (parse.GetValue(json) is { } output)
            {
                await File.WriteAllTextAsync(output.FullName, JsonOutput.Of(report), cancellationToken);
            }

            return Terminal.Success;
        });
        return command;
    }

    private static Option<T> AtLeast<T>(int least, Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number < least))
            {
                result.AddError($"{option.Name} pide números de {least} en adelante.");
            }
        });
        return option;
    }
}
