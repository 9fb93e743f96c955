using System.CommandLine;
using System.Text.Json;
using AzuSena.Cli.Evaluation;
using AzuSena.Errors;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval</c>: measures the product's own code on data with known answers.</summary>
internal static class EvalCommand
{
    public static Command Create() => new("eval", "Mide la calidad de la búsqueda y de las respuestas.") { Squad(), Calibrate(), EvalGroundingCommand.Create() };

    private static Command Squad()
    {
        var file = File("--file", "Datos en formato SQuAD: cada párrafo es un pasaje.", required: true);
        var foreign = File("--foreign", "Otros datos, cuyas preguntas sobre otros documentos deben quedar sin respuesta.", required: false);
        var typos = new Option<int?>("--typos") { Description = "Pone un error de escritura en cada pregunta; el número es la semilla." };
        var noAccents = new Option<bool>("--no-accents") { Description = "Quita los acentos de las preguntas." };
        var vectors = new Option<bool>("--vectors") { Description = "Busca también por vectores, con el modelo que la configuración dé." };
        var json = new Option<FileInfo?>("--json") { Description = "Escribe las cifras también en este archivo." };
        var command = new Command("squad", "Mide recuperación, frases elegidas y abstención con datos SQuAD.") { file, foreign, typos, noAccents, vectors, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var alteration = new QuestionAlteration(parse.GetValue(typos), parse.GetValue(noAccents));
            var report = await SquadEvaluation.RunAsync(Read(parse.GetValue(file)!), ReadOptional(parse.GetValue(foreign)), alteration, parse.GetValue(vectors), cancellationToken);
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
        var file = File("--file", "Datos en formato SQuAD cuyas preguntas tienen respuesta.", required: true);
        var foreign = File("--foreign", "Otros datos, de los que salen las preguntas sin respuesta.", required: true);
        var command = new Command("calibrate", "Ajusta los pesos del modelo de evidencia y los imprime.") { file, foreign };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var calibration = await EvidenceCalibration.RunAsync(Read(parse.GetValue(file)!), Read(parse.GetValue(foreign)!), cancellationToken);
            Console.WriteLine(JsonOutput.Of(calibration));
            return Terminal.Success;
        });
        return command;
    }

    private static Option<FileInfo> File(string name, string description, bool required) => new(name) { Description = description, Required = required };

    private static SquadFile? ReadOptional(FileInfo? file) => file is null ? null : Read(file);

    internal static SquadFile Read(FileInfo file)
    {
        try
        {
            return SquadFile.Read(file.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, $"No se puede leer «{file.FullName}» como datos en formato SQuAD.", exception);
        }
    }
}
