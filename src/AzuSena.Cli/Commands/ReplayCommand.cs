using System.CommandLine;
using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Cli.Replay;
using AzuSena.Errors;
using AzuSena.Evaluation;
using AzuSena.Memory.Reading;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena replay</c>: how an answer was made, and whether it is made the same way again.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "El question_id de la respuesta." };
        var question = new Option<string?>("--question") { Description = "La pregunta, completa por sí misma, si la traza no la guarda (Trace__Text=false)." };
        var json = new Option<bool>("--json") { Description = "Imprime todo como JSON." };
        var command = new Command(
            "replay", "Explica una respuesta dada y la repite con los mismos ajustes. Sale con 0 si sale igual, 1 si no, 2 si no se puede.")
        { id, question, json };
        command.SetAction((parse, cancellationToken) => RunAsync(parse.GetValue(id)!, parse.GetValue(question), parse.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string id, string? given, bool asJson, CancellationToken cancellationToken)
    {
        var trace = await FindAsync(id);
        var question = QuestionOf(trace, given);
        await using var product = Product.Compose(QuestionReplay.SettingsOf(trace));
        await product.LoadPluginsAsync(cancellationToken);
        if (trace.Retrieval?.Vectors is not null)
        {
            await product.GetRequiredService<PassageUpkeep>().RunAsync(progress: null, cancellationToken);
        }

        var again = await QuestionReplay.AskAsync(
            product.GetRequiredService<AnswerService>(), product.GetRequiredService<PendingTraces>(), trace, question, cancellationToken);
        var report = ReplayReport.Of(trace, again);
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(report));
        }
        else
        {
            ReplayTable.Print(AnsiConsole.Console, report);
        }

        return report.IsSame ? Terminal.Success : Terminal.Incomplete;
    }

    private static async Task<AnswerTrace> FindAsync(string id)
    {
        await using var product = Product.Compose();
        var trace = product.GetRequiredService<TraceStore>().Find(id)
            ?? throw new AzuSenaException(
                ErrorCode.QuestionNotFound,
                $"No hay traza de la pregunta «{id}»: no se guardó (Trace__Enabled), "
                + "ya venció (Trace__RetentionDays) o hubo muchas más después (Trace__MaxCount).");
        return trace.Retrieval is not null || trace.Answer is not null
            ? trace
            : throw new AzuSenaException(ErrorCode.RequestInvalid, $"La pregunta «{id}» terminó antes de la búsqueda: no hay con qué comparar.");
    }

    private static string QuestionOf(AnswerTrace trace, string? given)
    {
        var kept = trace.Question.Standalone;
        var question = kept.Text
            ?? (given is null ? null : Question.Create(given).Text)
            ?? throw new AzuSenaException(ErrorCode.RequestInvalid, "La traza no guarda la pregunta. Repítela con --question \"PREGUNTA\".");
        return TraceBuilder.HashOf(question) == kept.Sha256
            ? question
            : throw new AzuSenaException(ErrorCode.RequestInvalid, "Esa no es la pregunta que se hizo.");
    }
}
