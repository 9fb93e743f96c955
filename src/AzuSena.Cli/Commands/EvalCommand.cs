using System.CommandLine;
using AzuSena.Cli.Tables;
using AzuSena.Evaluation;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Squad;
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
            EvalRunCommand.Suite("tools", "Mide lo que responden las herramientas de los plugins.", EvaluationData.ToolQuestions),
            EvalRunCommand.Suite("voice", "Mide lo que se oye de las grabaciones y de preguntas leídas en voz alta."),
            EvalRunCommand.Compare(),
            EvalGateCommand.Create(),
            EvalFeedbackCommand.Create(),
            Squad(),
            EvalCalibrateCommand.Create(),
        },
        MeasureCatalogue.Suites);

    private static Command Squad()
    {
        var file = File("--file", "Datos en formato SQuAD: cada párrafo es un pasaje.", required: true);
        var foreign = File("--foreign", "Otros datos, cuyas preguntas sobre otros documentos deben quedar sin respuesta.", required: false);
        var typos = new Option<int?>("--typos") { Description = "Pone un error de escritura en cada pregunta; el número es la semilla." };
        var noAccents = new Option<bool>("--no-accents") { Description = "Quita los acentos de las preguntas." };
        var vectors = new Option<bool>("--vectors") { Description = "Busca también por vectores, con el modelo que la configuración dé." };
        var reader = new Option<bool>("--reader") { Description = "Lee también lo encontrado con el lector." };
        var heldOut = new Option<bool>("--held-out") { Description = "Deja fuera las preguntas sobre los artículos con los que el lector aprendió." };
        var json = new Option<FileInfo?>("--json") { Description = "Escribe las cifras también en este archivo." };
        var command = new Command("squad", "Mide recuperación, frases elegidas y abstención con datos SQuAD.")
        { file, foreign, typos, noAccents, vectors, reader, heldOut, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var alteration = new QuestionAlteration(parse.GetValue(typos), parse.GetValue(noAccents));
            var parts = new SearchParts(parse.GetValue(vectors), parse.GetValue(reader));
            var asked = Read(parse.GetValue(file)!);
            var report = await SquadEvaluation.RunAsync(
                parse.GetValue(heldOut) ? SquadEvaluation.HeldOut(asked) : asked,
                ReadOptional(parse.GetValue(foreign)),
                alteration,
                parts,
                SquadFigures.All,
                cancellationToken);
            SquadTable.Print(AnsiConsole.Console, report);
            if (parse.GetValue(json) is { } output)
            {
                await System.IO.File.WriteAllTextAsync(output.FullName, JsonOutput.Of(report), cancellationToken);
            }

            return Terminal.Success;
        });
        return command;
    }

    private static Option<FileInfo> File(string name, string description, bool required) => new(name) { Description = description, Required = required };

    private static SquadFile? ReadOptional(FileInfo? file) => file is null ? null : Read(file);

    private static SquadFile Read(FileInfo file) => SquadFile.ReadChecked(file.FullName);
}
