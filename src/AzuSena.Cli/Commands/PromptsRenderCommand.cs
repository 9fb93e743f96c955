using System.CommandLine;
using AzuSena.Answers;
using AzuSena.Evaluation;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena prompts render</c>: the messages that the model would get for a question, over the real index, without calling it.</summary>
internal static class PromptsRenderCommand
{
    private const int DefaultContextTokens = 4096;
    private const int AnswerTokens = 1024;

    public static Command Create()
    {
        var question = new Option<string>("--question") { Description = "La pregunta, entre comillas.", Required = true };
        var prompt = new Option<string>("--prompt") { Description = "El prompt.", DefaultValueFactory = _ => WalkPrompts.AnswerQuestion };
        var variant = new Option<string?>("--variant") { Description = "La variante, por ejemplo corto." };
        var maxDocs = new Option<int?>("--max-docs") { Description = "Cuántos pasajes puede usar la respuesta (1 a 20)." };
        var context = new Option<int>("--context") { Description = "Cuántos tokens caben en el modelo.", DefaultValueFactory = _ => DefaultContextTokens };
        var json = new Option<bool>("--json") { Description = "Imprime los mensajes como JSON." };
        var command = new Command("render", "Muestra exactamente los mensajes que recibiría el modelo para una pregunta, sin llamarlo.")
        { question, prompt, variant, maxDocs, context, json };
        command.SetAction((parse, cancellationToken) => RunAsync(
            Question.Create(parse.GetValue(question), parse.GetValue(maxDocs)),
            (parse.GetValue(prompt)!, parse.GetValue(variant)),
            parse.GetValue(context),
            parse.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Question question,
        (string Name, string? Variant) wanted,
        int contextTokens,
        bool asJson,
        CancellationToken cancellationToken)
    {
        await using var product = Product.Compose();
        await product.LoadPluginsAsync(cancellationToken);
        var prompt = product.GetRequiredService<PromptLibrary>().Get(wanted.Name, wanted.Variant);
        if (!product.GetRequiredService<PassageStore>().HoldsAnything())
        {
            await IndexCommand.RunAsync(product, quiet: true, wordsOnly: true, cancellationToken);
        }

        var kernel = product.GetRequiredService<Kernel>();
        var search = await kernel.InvokeAsync<SearchResult>(
            "memory",
            "search",
            new KernelArguments
            {
                ["query"] = question.Text,
                ["max"] = question.MaxPassages ?? product.GetRequiredService<IOptions<SearchOptions>>().Value.MaxPassages
            },
            cancellationToken);
        var call = new PromptInvocation(prompt, new KernelArguments { ["answer"] = "" })
        {
            Data = new PromptData(new ContextBudget(contextTokens, AnswerTokens), question.Text, [.. search!.Hits.Select(hit => hit.Passage)], History: []),
        };
        Print(await call.RenderAsync(kernel, cancellationToken), call.Fitted!, asJson);
        return call.Fitted!.Fits ? Terminal.Success : Terminal.Incomplete;
    }

    private static void Print(RenderedPrompt rendered, FittedContext fitted, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(new
            {
                Prompt = rendered.Version.ToString(),
                fitted.Tokens,
                Messages = rendered.Messages.Select(message => new { Role = message.Role.Value, message.Text }),
                Tools = (rendered.Options.Tools ?? []).Select(tool => tool.Name),
            }));
            return;
        }

        foreach (var message in rendered.Messages)
        {
            Console.WriteLine($"--- {message.Role.Value} ---\n{message.Text}\n");
        }

        Console.Error.WriteLine($"{rendered.Version}: unos {fitted.Tokens} tokens, {fitted.Kept.Count} pasajes.");
        if (!fitted.Fits)
        {
            Console.Error.WriteLine("Las reglas y la pregunta solas no caben: acorta el prompt o aumenta --context.");
        }
    }
}
