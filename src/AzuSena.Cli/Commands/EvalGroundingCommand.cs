using System.CommandLine;
using AzuSena.Cli.Evaluation.Grounding;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval grounding</c>: how well sentences that passages hold are told from others.</summary>
internal static class EvalGroundingCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo>("--file") { Description = "Datos en formato SQuAD, de cuyos párrafos se hacen frases verdaderas, alteradas y ajenas.", Required = true };
        var seed = new Option<int>("--seed") { Description = "La semilla de las alteraciones.", DefaultValueFactory = _ => 1 };
        var mistakes = new Option<int>("--mistakes") { Description = "Cuántas frases mal juzgadas se guardan en --json.", DefaultValueFactory = _ => 50 };
        var json = new Option<FileInfo?>("--json") { Description = "Escribe las cifras también en este archivo." };
        var command = new Command("grounding", "Mide si las frases que los pasajes sostienen se distinguen de las demás.") { file, seed, mistakes, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var report = await GroundingEvaluation.RunAsync(EvalCommand.Read(parse.GetValue(file)!), parse.GetValue(seed), cancellationToken, parse.GetValue(mistakes));
            GroundingTable.Print(AnsiConsole.Console, report);
            if (parse.GetValue(json) is { } output)
            {
                await File.WriteAllTextAsync(output.FullName, JsonOutput.Of(report), cancellationToken);
            }

            return Terminal.Success;
        });
        return command;
    }
}
