using System.CommandLine;
using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Evaluation;
using AzuSena.Memory.Reading;
using AzuSena.Memory.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena ask</c>: one question, answered in the terminal.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("pregunta") { Description = "La pregunta, entre comillas." };
        var maxDocs = new Option<int?>("--max-docs") { Description = "Cuántos pasajes puede usar la respuesta (1 a 20)." };
        var json = new Option<bool>("--json") { Description = "Imprime la respuesta completa como JSON." };
        var command = new Command("ask", "Responde una pregunta.") { question, maxDocs, json };
        command.SetAction((parse, cancellationToken) =>
            RunAsync(Question.Create(parse.GetValue(question), parse.GetValue(maxDocs)), parse.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Question question, bool asJson, CancellationToken cancellationToken)
    {
        await using var product = Product.Compose();
        await product.LoadPluginsAsync(cancellationToken);
        if (!product.GetRequiredService<PassageStore>().HoldsAnything())
        {
            await IndexCommand.RunAsync(product, quiet: true, wordsOnly: true, cancellationToken);
        }

        await product.GetRequiredService<PassageUpkeep>().RunAsync(progress: null, cancellationToken);
        try
        {
            return await PrintAsync(product, question, asJson, cancellationToken);
        }
        finally
        {
            await product.GetRequiredService<PendingTraces>().FlushAsync(CancellationToken.None);
        }
    }

    private static async Task<int> PrintAsync(ServiceProvider product, Question question, bool asJson, CancellationToken cancellationToken)
    {
        var events = product.GetRequiredService<AnswerService>().AskAsync(question, cancellationToken);
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(await events.ToAnswerAsync()));
            return Terminal.Success;
        }

        var progress = new AskProgress(Console.Error);
        await foreach (var @event in events)
        {
            switch (@event)
            {
                case QueuePosition or ModelLoading or ReasoningToken or ToolCalled or ModeChanged or QuestionRewritten:
                    progress.Tell(@event);
                    break;
                case AnswerToken token:
                    progress.Finish();
                    Console.Write(token.Text);
                    break;
                case AnswerCompleted { Answer: var answer }:
                    Console.WriteLine();
                    AnswerNotes.Print(answer, Console.Out);
                    break;
                case AnswerFailed failed:
                    progress.Finish();
                    throw failed.ToException();
            }
        }

        return Terminal.Success;
    }
}
