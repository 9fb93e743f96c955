using System.CommandLine;
using AzuSena.Evaluation;
using AzuSena.Memory.Corpus.Lint;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena corpus</c>: checks the folder of documents.</summary>
internal static class CorpusCommand
{
    public static Command Create() => new("corpus", "Cuida la carpeta de documentos.") { Lint(), CorpusShowCommand.Create() };

    private static Command Lint()
    {
        var json = new Option<bool>("--json") { Description = "Imprime los hallazgos como JSON." };
        var command = new Command(
            "lint",
            "Busca lo que empeora las respuestas: repetidos, artículos vacíos, fechas viejas, caracteres dañados. Sale con 0, 1 (avisos) o 2 (errores).")
        { json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            var findings = await product.GetRequiredService<CorpusLint>().RunAsync(cancellationToken);
            Print(findings, parse.GetValue(json));
            return ExitCode(findings);
        });
        return command;
    }

    /// <summary>The exit code is that of the most severe finding.</summary>
    internal static int ExitCode(IEnumerable<LintFinding> findings) =>
        findings.Select(finding => finding.Severity).DefaultIfEmpty(LintSeverity.Info).Max() switch
        {
            LintSeverity.Error => Terminal.Failure,
            LintSeverity.Warning => Terminal.Incomplete,
            _ => Terminal.Success,
        };

    private static void Print(List<LintFinding> findings, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(findings));
            return;
        }

        var table = new Table().AddColumns("", "Regla", "Dónde", "Qué");
        foreach (var finding in findings)
        {
            table.AddRow(
                Mark(finding.Severity),
                finding.Rule,
                Markup.Escape(finding.Place is null ? finding.Path : $"{finding.Path}, {finding.Place}"),
                Markup.Escape(finding.Message));
        }

        if (findings.Count > 0)
        {
            AnsiConsole.Write(table);
        }

        Console.Error.WriteLine(
            $"Errores: {Count(LintSeverity.Error)}, avisos: {Count(LintSeverity.Warning)}, notas: {Count(LintSeverity.Info)}.");

        int Count(LintSeverity severity) => findings.Count(finding => finding.Severity == severity);
    }

    private static string Mark(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => "[red]error[/]",
        LintSeverity.Warning => "[yellow]aviso[/]",
        _ => "nota",
    };
}
