using System.CommandLine;
using AzuSena.Answering.Tools;
using AzuSena.Evaluation;
using AzuSena.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena plugins route</c>: which functions a question comes near, for authors of patterns.</summary>
internal static class PluginsRouteCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("pregunta") { Description = "La pregunta." };
        var command = new Command("route", "Dice a qué funciones se parece una pregunta, con qué patrón y con qué datos. No llama ninguna.") { question };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            await product.LoadPluginsAsync(cancellationToken);
            var asked = AskedQuestion.Of(parse.GetValue(question)!);
            var candidates = product.GetRequiredService<ToolRouter>().Near(asked);
            foreach (var call in candidates)
            {
                Console.WriteLine($"{call.Score:F2}  {call.Function.Name}  {call.Pattern}");
                foreach (var (name, value) in call.Values)
                {
                    Console.WriteLine($"        {name} = {value.Argument}  («{value.Shown}»)");
                }

                Console.Write(call.Missing.Count == 0 ? "" : $"        falta: {string.Join(", ", call.Missing)}  («{call.AskBack}»)\n");
            }

            Console.Error.WriteLine(candidates.Count == 0 ? "Ninguna función se parece." : "Se llama desde Answering__ToolsFrom, si no le falta nada.");
            return Terminal.Success;
        });
        return command;
    }
}
