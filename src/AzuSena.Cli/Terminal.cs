using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using AzuSena.Errors;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace AzuSena.Cli;

/// <summary>The command line's error messages and exit codes.</summary>
internal static class Terminal
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>The command succeeded in part: something was skipped, such as an unreadable file.</summary>
    public const int Incomplete = 1;

    /// <summary>The command failed.</summary>
    public const int Failure = 2;

    /// <summary>Ended by Ctrl-C, with the code that shells use.</summary>
    public const int Interrupted = 130;

    /// <summary>Standard error, for everything but the result.</summary>
    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Runs a command; errors that the user can fix become one line and an exit code.</summary>
    public static async Task<int> RunAsync(ParseResult command)
    {
        if (command.Action is ParseErrorAction)
        {
            string[] lines = [.. command.Errors.Select(WordsOf), $"Mira {NameOf(command.CommandResult)} --help"];
            return Fail(string.Join(Environment.NewLine, lines));
        }

        try
        {
            return await command.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (AzuSenaException exception)
        {
            return Fail(exception.ForOperator);
        }
        catch (SettingsException exception)
        {
            return Fail(exception.Message);
        }
        catch (ModelException exception)
        {
            return Fail(exception.Message);
        }
        catch (OptionsValidationException exception)
        {
            return Fail(string.Join(Environment.NewLine, exception.Failures));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail($"No se puede leer o escribir un archivo. ({exception.Message})");
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    // Only numeric values can have the wrong type; .NET's message would name the type.
    private static string WordsOf(ParseError error) =>
        error.SymbolResult is OptionResult { Option: { } option, Tokens: [.., { Value: var value }] }
            && error.Message.Contains("System.", StringComparison.Ordinal)
            ? $"{option.Name} pide un número entero; «{value}» no lo es."
            : error.Message;

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult above ? $"{NameOf(above)} {command.Command.Name}" : command.Command.Name;

    private static int Fail(string message)
    {
        // Not through Spectre: it would wrap the line if the output is not a terminal.
        Console.Error.WriteLine(message);
        return Failure;
    }
}
