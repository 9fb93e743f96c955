using System.CommandLine;
using AzuSena.Evaluation;
using AzuSena.Evaluation.Calibration;
using AzuSena.Settings;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval calibrate</c>: fits the evidence model or the quote model again, on the product's own scores.</summary>
internal static class EvalCalibrateCommand
{
    private const string EvidenceModel = "src/AzuSena.Kernel/Answering/Evidence/evidence-model.json";
    private const string QuoteModel = "src/AzuSena.Kernel/Answering/Ranking/quote-model.json";

    public static Command Create()
    {
        var files = new Option<string[]>("--file")
        {
            Description = "Datos en formato SQuAD; las preguntas de cada uno se hacen también a los otros.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [EvaluationData.Calibration("squad-es-v2-a.json.gz"), EvaluationData.Calibration("xquad-es.json.gz")]
        };
        var vectors = new Option<bool>("--vectors") { Description = "Ajusta también los pesos para el modelo de vectores configurado." };
        var reader = new Option<bool>("--reader") { Description = "Ajusta también los pesos para el lector." };
        var quotes = new Option<bool>("--quotes") { Description = "Ajusta los pesos de lo que se cita, con las preguntas propias y las de SQuAD." };
        var output = new Option<string?>("--output") { Description = "Dónde se escriben los pesos; sin ella, donde el producto los lee." };
        var command = new Command("calibrate", "Ajusta los pesos del modelo de evidencia y los escribe con lo que hace falta para repetirlo.")
        { files, vectors, reader, quotes, output };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (parts, ofQuotes) = (new SearchParts(parse.GetValue(vectors), parse.GetValue(reader)), parse.GetValue(quotes));
            var line = $"./azusena eval calibrate{(ofQuotes ? " --quotes" : "")}{(parts.Vectors ? " --vectors" : "")}{(parts.Reader ? " --reader" : "")}";
            object model = ofQuotes
                ? await QuoteCalibration.RunAsync(
                    [EvaluationData.OwnQuestions, EvaluationData.Practice, EvaluationData.Calibration("squad-es-v2-a.json.gz")], line, parts, cancellationToken)
                : await EvidenceCalibration.RunAsync(parse.GetValue(files)!, EvaluationData.OwnQuestions, line, parts, cancellationToken);
            var path = parse.GetValue(output) ?? Path.Combine(EnvironmentSettings.Home, ofQuotes ? QuoteModel : EvidenceModel);
            await File.WriteAllTextAsync(path, JsonOutput.Of(model) + "\n", cancellationToken);
            Console.WriteLine(JsonOutput.Of(model));
            return Terminal.Success;
        });
        return command;
    }
}
