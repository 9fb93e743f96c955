using System.CommandLine;
using AzuSena.Cli.Tables;
using AzuSena.Evaluation;
using AzuSena.Evaluation.Grounding;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Squad;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval grounding</c>: how well sentences supported by passages are distinguished from others; on a sample, or on a whole file.</summary>
internal static class EvalGroundingCommand
{
    private static readonly string[] Suites = ["grounding"];

    public static Command Create()
    {
        var file = new Option<string?>("--file")
        {
            Description = "Datos en formato SQuAD, de todos cuyos párrafos se hacen frases verdaderas, alteradas y ajenas; "
                + "sin ella, una muestra de los de la calibración."
        };
        var seed = new Option<int>("--seed") { Description = "La semilla de las alteraciones, con --file.", DefaultValueFactory = _ => GroundingSuite.Seed };
        var json = new Option<string?>("--json") { Description = "Guarda el resultado, para compararlo después." };
        var html = new Option<string?>("--html") { Description = "Escribe el informe, con las frases mal juzgadas, en un archivo HTML." };
        var compare = new Option<string?>("--compare") { Description = "Un resultado guardado, con el que se compara." };
        var command = new Command("grounding", "Mide si las frases que los pasajes sostienen se distinguen de las demás.") { file, seed, json, html, compare };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var before = parse.GetValue(compare) is { } earlier ? EvaluationRun.Read(earlier) : null;
            var run = parse.GetValue(file) is { } whole
                ? await WholeAsync(whole, parse.GetValue(seed), cancellationToken)
                : await GroundingSuite.AddAsync(EvaluationRun.Empty("grounding"), EvaluationData.Grounding, cancellationToken);
            await EvalRunCommand.ReportAsync(run, before, Suites, parse.GetValue(json), parse.GetValue(html), cancellationToken);
            return Terminal.Success;
        });
        return command;
    }

    private static async Task<EvaluationRun> WholeAsync(string file, int seed, CancellationToken cancellationToken)
    {
        var judged = await GroundingEvaluation.RunAsync(SquadFile.ReadChecked(file), seed, maxParagraphs: null, cancellationToken);
        GroundingTable.Print(AnsiConsole.Console, judged);
        return EvaluationRun.Empty(Path.GetFileNameWithoutExtension(file)) with { Sentences = judged.Outcomes };
    }
}
