using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using AzuSena.Errors;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace AzuSena.Cli;

/// <summary>What the command line says when it cannot go on, and the exit codes.</summary>
internal static class Terminal
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>It went on, but something was left out, such as a file that cannot be read.</summary>
    public const int Incomplete = 1;

    /// <summary>It could not be done.</summary>
    public const int Failure = 2;

    /// <summary>Ended by Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>Standard error, for everything that is not the result.</summary>
    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Runs a command; errors that a person can mend become one line and an exit code.</summary>
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

    // Of the values, numbers alone can be of another type than they should be; .NET would name the type.
    private static string WordsOf(ParseError error) =>
        error.SymbolResult is OptionResult { Option: { } option, Tokens: [.., { Value: var value }] } && error.Message.Contains("System.", StringComparison.Ordinal)
            ? $"{option.Name} pide un número entero; «{value}» no lo es."
            : error.Message;

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult above ? $"{NameOf(above)} {command.Command.Name}" : command.Command.Name;

    private static int Fail(string message)
    {
        // Not through Spectre: it would wrap the line where the output is not a terminal.
        Console.Error.WriteLine(message);
        return Failure;
    }
}
