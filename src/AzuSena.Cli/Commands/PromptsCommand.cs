using System.CommandLine;
using AzuSena.Evaluation;
using AzuSena.Prompts;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena prompts</c>: checks the prompt files.</summary>
internal static class PromptsCommand
{
    public static Command Create() =>
        new("prompts", "Cuida los prompts, los textos que recibe el modelo.") { Check(), PromptsRenderCommand.Create(), PromptsTryCommand.Create(), List() };

    private static Command Check()
    {
        var json = JsonOption();
        var command = new Command("check", "Revisa los prompts y dice qué corregir, con archivo y línea. Sale con 0, 1 (avisos) o 2 (errores).") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            await product.LoadPluginsAsync(cancellationToken);
            var library = product.GetRequiredService<PromptLibrary>();
            Print(library, parse.GetValue(json));
            return ExitCode(library.Problems);
        });
        return command;
    }

    private static Command List()
    {
        var json = JsonOption();
        var command = new Command("list", "Muestra los prompts que sirven, con sus variantes, su huella y sus variables.") { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            await product.LoadPluginsAsync(cancellationToken);
            Print(product.GetRequiredService<PromptLibrary>().All, parse.GetValue(json));
            return Terminal.Success;
        });
        return command;
    }

    private static Option<bool> JsonOption() => new("--json") { Description = "Imprime el resultado como JSON." };

    /// <summary>The exit code is that of the most severe problem.</summary>
    private static int ExitCode(IReadOnlyList<PromptProblem> problems) =>
        problems.Count == 0 ? Terminal.Success
        : problems.Any(problem => problem.Severity is PromptSeverity.Error) ? Terminal.Failure
        : Terminal.Incomplete;

    private static void Print(PromptLibrary library, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(library.Problems));
            return;
        }

        // Not a table: editors and terminals open «file:line» only if it stands alone at the start of a line.
        foreach (var problem in library.Problems)
        {
            Console.WriteLine($"{problem.Place}: {(problem.Severity is PromptSeverity.Error ? "error" : "aviso")}: {problem.Message}");
        }

        var errors = library.Problems.Count(problem => problem.Severity is PromptSeverity.Error);
        Console.Error.WriteLine($"Prompts que sirven: {library.All.Count}, errores: {errors}, avisos: {library.Problems.Count - errors}.");
    }

    private static void Print(IReadOnlyList<Prompt> prompts, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(prompts.Select(prompt => new
            {
                prompt.Version.Name,
                prompt.Version.Variant,
                prompt.Version.Hash,
                prompt.Description,
                prompt.Variables,
                prompt.Functions,
                prompt.Tokens,
            })));
            return;
        }

        var table = new Table().AddColumn("Prompt", column => column.NoWrap()).AddColumns("Variante", "Huella", "Variables", "Funciones", "Tokens");
        foreach (var prompt in prompts)
        {
            table.AddRow(
                Markup.Escape(prompt.Version.Name),
                Markup.Escape(prompt.Version.Variant ?? ""),
                prompt.Version.Hash,
                Markup.Escape(string.Join(", ", prompt.Variables)),
                Markup.Escape(string.Join(", ", prompt.Functions)),
                Markup.Escape($"{prompt.Tokens}"));
        }

        AnsiConsole.Write(table);
    }
}
