using System.CommandLine;
using AzuSena.Cli.Tables;
using AzuSena.Evaluation.Gate;
using AzuSena.Evaluation.Reports;
using AzuSena.Evaluation.Runs;
using AzuSena.Settings;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval gate</c>: fails if a measure fell below its committed baseline by more than its noise.</summary>
internal static class EvalGateCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--folder")
        {
            Description = "La carpeta con questions/ y los resultados guardados.",
            DefaultValueFactory = _ => Path.Combine(EnvironmentSettings.Home, "tests", "AzuSena.Evaluation")
        };
        var corpus = new Option<string?>("--corpus") { Description = "La carpeta de documentos; sin ella, la configurada." };
        var update = new Option<bool>("--update") { Description = "Guarda el resultado de ahora como el nuevo punto de comparación." };
        var command = new Command("gate", "Sale con 1 si una medida cae por debajo de lo guardado más que su ruido.") { folder, corpus, update };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var parts = GatePart.Read(parse.GetValue(folder)!);
            var options = new RunOptions { Corpus = parse.GetValue(corpus) };
            return parse.GetValue(update)
                ? await UpdateAsync(parts, options, cancellationToken)
                : Judge(await EvaluationGate.RunAsync(parts, options, cancellationToken));
        });
        return command;
    }

    private static async Task<int> UpdateAsync(IReadOnlyList<GatePart> parts, RunOptions options, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await (await part.RunAsync(options, cancellationToken)).ToBaseline().WriteAsync(part.Baseline, cancellationToken);
            Console.WriteLine($"Guardado en {part.Baseline}.");
        }

        return Terminal.Success;
    }

    private static int Judge(EvaluationGate gate)
    {
        FigureTable.Print(AnsiConsole.Console, gate.Figures);
        foreach (var figure in gate.Fallen)
        {
            Console.WriteLine(
                $"Cayó {figure.Measure.FullName}: de {FigureText.Format(figure.Before!.Value)} a {FigureText.Format(figure.Now!.Value)}; "
                + $"la diferencia está entre {FigureText.Range(figure.Difference)}.");
        }

        foreach (var figure in gate.Unmeasured)
        {
            Console.WriteLine($"No se midió {figure.Measure.FullName}.");
        }

        return gate.IsPassed ? Terminal.Success : Terminal.Incomplete;
    }
}
