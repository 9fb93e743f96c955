using System.CommandLine;
using AzuSena.Cli.Tables;
using AzuSena.Evaluation;
using AzuSena.Evaluation.Calibration;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Squad;
using AzuSena.Settings;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval</c>: measures the product's own code on data with known answers.</summary>
internal static class EvalCommand
{
    public static Command Create() => EvalRunCommand.Fill(
        new Command("eval", "Mide la calidad de la búsqueda y de las respuestas con preguntas de respuesta conocida.")
        {
            EvalRunCommand.Suite("retrieval", "Mide la búsqueda."),
            EvalRunCommand.Suite("answers", "Mide si las respuestas empiezan por lo preguntado, tienen los datos necesarios y son cortas."),
            EvalRunCommand.Suite("abstention", "Mide cuándo se declina y cuánto vale la confianza."),
            EvalGroundingCommand.Create(),
            EvalRunCommand.Suite("dialogue", "Mide las preguntas de seguimiento."),
            EvalRunCommand.Suite("injection", "Mide las preguntas hostiles."),
            EvalRunCommand.Suite("voice", "Mide lo que se oye de las grabaciones y de preguntas leídas en voz alta."),
            EvalRunCommand.Compare(),
            EvalGateCommand.Create(),
            EvalFeedbackCommand.Create(),
            Squad(),
            Calibrate(),
        },
        MeasureCatalogue.Suites);

    private static Command Squad()
    {
        var file = File("--file", "Datos en formato SQuAD: cada párrafo es un pasaje.", required: true);
        var foreign = File("--foreign", "Otros datos, cuyas preguntas sobre otros documentos deben quedar sin respuesta.", required: false);
        var typos = new Option<int?>("--typos") { Description = "Pone un error de escritura en cada pregunta; el número es la semilla." };
        var noAccents = new Option<bool>("--no-accents") { Description = "Quita los acentos de las preguntas." };
        var vectors = new Option<bool>("--vectors") { Description = "Busca también por vectores, con el modelo que la configuración dé." };
        var json = new Option<FileInfo?>("--json") { Description = "Escribe las cifras también en este archivo." };
        var command = new Command("squad", "Mide recuperación, frases elegidas y abstención con datos SQuAD.")
        { file, foreign, typos, noAccents, vectors, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var alteration = new QuestionAlteration(parse.GetValue(typos), parse.GetValue(noAccents));
            var report = await SquadEvaluation.RunAsync(
                Read(parse.GetValue(file)!), ReadOptional(parse.GetValue(foreign)), alteration, parse.GetValue(vectors), cancellationToken);
            SquadTable.Print(AnsiConsole.Console, report);
            if (parse.GetValue(json) is { } output)
            {
                await System.IO.File.WriteAllTextAsync(output.FullName, JsonOutput.Of(report), cancellationToken);
            }

            return Terminal.Success;
        });
        return command;
    }

    private static Command Calibrate()
    {
        var files = new Option<string[]>("--file")
        {
            Description = "Datos en formato SQuAD; las preguntas de cada uno se hacen también a los otros.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [EvaluationData.Calibration("squad-es-v2-a.json.gz"), EvaluationData.Calibration("xquad-es.json.gz")]
        };
        var vectors = new Option<bool>("--vectors") { Description = "Ajusta también los pesos para el modelo de vectores configurado." };
        var output = new Option<string>("--output")
        {
            Description = "Dónde se escriben los pesos.",
            DefaultValueFactory = _ => Path.Combine(EnvironmentSettings.Home, "src", "AzuSena.Kernel", "Answering", "Evidence", "evidence-model.json")
        };
        var command = new Command("calibrate", "Ajusta los pesos del modelo de evidencia y los escribe con lo que hace falta para repetirlo.")
        { files, vectors, output };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var model = await EvidenceCalibration.RunAsync(
                parse.GetValue(files)!, $"./azusena eval calibrate{(parse.GetValue(vectors) ? " --vectors" : "")}", parse.GetValue(vectors), cancellationToken);
            await System.IO.File.WriteAllTextAsync(parse.GetValue(output)!, JsonOutput.Of(model) + "\n", cancellationToken);
            Console.WriteLine(JsonOutput.Of(model));
            return Terminal.Success;
        });
        return command;
    }

    private static Option<FileInfo> File(string name, string description, bool required) => new(name) { Description = description, Required = required };

    private static SquadFile? ReadOptional(FileInfo? file) => file is null ? null : Read(file);

    private static SquadFile Read(FileInfo file) => SquadFile.ReadChecked(file.FullName);
}
