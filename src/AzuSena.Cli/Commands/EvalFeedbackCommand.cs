using System.CommandLine;
using AzuSena.Evaluation;
using AzuSena.Evaluation.Questions;
using AzuSena.Feedback;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval feedback</c>: writes user ratings of answers as evaluation questions, to be confirmed by hand.</summary>
internal static class EvalFeedbackCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--output") { Description = "Dónde se escriben; sin ella, en la salida." };
        var command = new Command(
            "feedback", "Convierte las calificaciones guardadas en preguntas de evaluación, para que una persona las revise y complete.") { output };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            var rated = product.GetRequiredService<FeedbackStore>().Read();
            var lines = rated.Select(answer => FeedbackCase.Of(answer, Documents(product, answer))).Select(QuestionLines.Write).ToArray();
            if (parse.GetValue(output) is { } path)
            {
                await File.WriteAllLinesAsync(path, lines, cancellationToken);
            }
            else
            {
                Array.ForEach(lines, Console.WriteLine);
            }

            Console.Error.WriteLine(
                $"{lines.Length} preguntas. Antes de usarlas revisa cada una: "
                + "documents, facts y expect dicen lo que respondió AzuSENA, no lo que es correcto.");
            return Terminal.Success;
        });
        return command;
    }

    // A passage deleted since then names no document.
    private static string[] Documents(ServiceProvider product, RatedAnswer answer)
    {
        using var snapshot = product.GetRequiredService<PassageStore>().Read();
        return [.. answer.PassageIds.Select(snapshot.Find).OfType<Passage>().Select(passage => passage.Document.Path).Distinct(StringComparer.Ordinal)];
    }
}
