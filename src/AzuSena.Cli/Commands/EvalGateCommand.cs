using System.CommandLine;
using AzuSena.Cli.Evaluation.Gate;
using AzuSena.Cli.Evaluation.Reports;
using AzuSena.Cli.Evaluation.Runs;
using AzuSena.Settings;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval gate</c>: fails where a measure fell below its committed baseline by more than its noise.</summary>
internal static class EvalGateCommand
{
    private static string Baseline => Path.Combine(EnvironmentSettings.Home, "tests", "AzuSena.Evaluation", "baseline.json");

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Las preguntas, como en «eval».", DefaultValueFactory = _ => EvalRunCommand.OwnQuestions };
        var baseline = new Option<string>("--baseline") { Description = "El resultado con el que se compara.", DefaultValueFactory = _ => Baseline };
        var corpus = new Option<string?>("--corpus") { Description = "La carpeta de documentos; sin ella, la configurada." };
        var update = new Option<bool>("--update") { Description = "Guarda el resultado de ahora como el nuevo punto de comparación." };
        var command = new Command("gate", "Sale con 1 si una medida cae por debajo de lo guardado más que su ruido.") { data, baseline, corpus, update };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var before = parse.GetValue(update) ? null : EvaluationRun.Read(parse.GetValue(baseline)!);
            var run = await Evaluator.RunAsync("gate", EvaluationSet.Read(parse.GetValue(data)!, foreign: null), new RunOptions { Corpus = parse.GetValue(corpus) }, cancellationToken);
            if (before is null)
            {
                await run.ToBaseline().WriteAsync(parse.GetValue(baseline)!, cancellationToken);
                Console.WriteLine($"Guardado en {parse.GetValue(baseline)}.");
                return Terminal.Success;
            }

            return Judge(EvaluationGate.Of(run, before));
        });
        return command;
    }

    private static int Judge(EvaluationGate gate)
    {
        FigureTable.Print(AnsiConsole.Console, gate.Figures, []);
        foreach (var figure in gate.Fallen)
        {
            Console.WriteLine($"Cayó {figure.Measure.FullName}: de {FigureTable.Format(figure.Before!.Value)} a {FigureTable.Format(figure.Now!.Value)}; la diferencia está entre {FigureTable.Range(figure.Difference)}.");
        }

        foreach (var figure in gate.Unmeasured)
        {
            Console.WriteLine($"No se midió {figure.Measure.FullName}.");
        }

        return gate.IsPassed ? Terminal.Success : Terminal.Incomplete;
    }
}
