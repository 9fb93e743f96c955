using System.CommandLine;
using AzuSena.Cli.Tables;
using AzuSena.Errors;
using AzuSena.Evaluation;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Replies;
using AzuSena.Evaluation.Reports;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Runs;
using AzuSena.Prompts;
using AzuSena.Prompts.Gate;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary>
/// <c>azusena prompts try</c>: the effect of an edit on each answer, before it goes into use; saves the verdict that <c>Prompts__Gate</c> waits for.
/// </summary>
internal static class PromptsTryCommand
{
    // Selects the prompt itself, whatever the shares of its variants.
    private const string Base = "base";

    private static readonly string[] Suites = ["answers", "abstention", "dialogue", "injection"];

    /// <summary>The recorded replies that come with the product.</summary>
    public static string Replies => Path.Combine(EnvironmentSettings.Home, "tests", "AzuSena.Evaluation", "replies");

    public static Command Create()
    {
        var name = new Argument<string>("prompt") { Description = "El prompt o su variante, por ejemplo AnswerQuestion.corto." };
        var against = new Option<string?>("--against")
        {
            Description = "La carpeta con los prompts de antes. Sin ella, una variante se compara con el prompt base."
        };
        var data = new Option<string>("--data") { Description = "Las preguntas, como en «eval».", DefaultValueFactory = _ => EvaluationData.OwnQuestions };
        var replies = new Option<string?>("--replies") { Description = "Responde con las respuestas grabadas de esta carpeta, sin llamar al modelo." };
        var record = new Option<bool>("--record") { Description = "Llama al modelo y graba lo que responde en la carpeta de --replies." };
        var command = new Command("try", "Prueba un cambio con las preguntas de evaluación y muestra qué le hace a cada respuesta. Sale con 1 si empeora.")
        { name, against, data, replies, record };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var recorded = parse.GetValue(replies) is { } folder ? new RecordedReplies(folder) : parse.GetValue(record) ? new RecordedReplies(Replies) : null;
            var options = new RunOptions { WithModel = recorded is null, WithTypos = false, Replies = recorded, IsRecording = parse.GetValue(record) };
            return await TryAsync(
                Full(parse.GetValue(name)!), parse.GetValue(against), EvaluationSet.Read(parse.GetValue(data)!, foreign: null), options, cancellationToken);
        });
        return command;
    }

    private static async Task<int> TryAsync(string name, string? against, EvaluationSet set, RunOptions options, CancellationToken cancellationToken)
    {
        var (prompt, variant) = Split(name);
        if (variant is null && against is null)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, "Un prompt base se compara con el de antes: di en --against la carpeta que lo tiene.");
        }

        // Outside the gate, or an edit that it holds back could never be tried.
        var changed = options with { PromptVariant = variant ?? Base };
        var former = against is null ? options with { PromptVariant = Base } : changed with { Prompts = against };
        await using var product = Product.Compose(("Prompts:Gate", "false"));
        var now = await VersionAsync(product, prompt, variant, cancellationToken);
        await using var earlier = against is null ? null : Product.Compose(("Prompts:Gate", "false"), ("Prompts:Directory", Path.GetFullPath(against)));
        var then = await VersionAsync(earlier ?? product, prompt, against is null ? null : variant, cancellationToken);
        var before = await Evaluator.RunAsync(then.ToString(), set, former, cancellationToken);
        var run = await Evaluator.RunAsync(now.ToString(), set, changed, cancellationToken);
        return Judge(product.GetRequiredService<IOptions<PromptOptions>>().Value, now, then, before, run);
    }

    private static int Judge(PromptOptions options, PromptVersion now, PromptVersion then, EvaluationRun before, EvaluationRun run)
    {
        var figures = Figure.Of(Suites, run, before);
        PromptChanges.Print(before, run);
        FigureTable.Print(AnsiConsole.Console, figures);
        var notRun = (before.NotRun ?? []).Union(run.NotRun ?? [], StringComparer.Ordinal).Count();
        var asked = before.Outcomes.Select(outcome => outcome.Id).Intersect(run.Outcomes.Select(outcome => outcome.Id), StringComparer.Ordinal).Count();
        Console.WriteLine($"{now} frente a {then}: {asked} preguntas comparadas, {notRun} sin ejecutar.");
        if (asked == 0 || run.Mode == "extractive")
        {
            Console.WriteLine("Ningún modelo ni respuesta grabada contestó: no hay veredicto.");
            return Terminal.Failure;
        }

        string[] reasons = [.. figures
            .Where(figure => figure.IsWorse == true)
            .Select(figure => $"{figure.Measure.FullName}: {FigureText.Format(figure.Before!.Value)} → {FigureText.Format(figure.Now!.Value)}")];
        new PromptGate(options.VerdictsDirectory, isOn: true).Keep(
            now, new PromptVerdict(now.ToString(), then.ToString(), reasons.Length == 0, reasons, asked));
        Console.WriteLine(reasons.Length == 0 ? "Nada de lo que se mide empeora." : $"Empeora: {string.Join("; ", reasons)}.");
        return reasons.Length == 0 ? Terminal.Success : Terminal.Incomplete;
    }

    private static async Task<PromptVersion> VersionAsync(IServiceProvider product, string prompt, string? variant, CancellationToken cancellationToken)
    {
        await product.LoadPluginsAsync(cancellationToken);
        return product.GetRequiredService<PromptLibrary>().Get(prompt, variant ?? Base).Version;
    }

    private static string Full(string name) => name.Contains('/') ? name : $"Answering/{name}";

    private static (string Prompt, string? Variant) Split(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? (name, null) : (name[..dot], name[(dot + 1)..]);
    }
}
