using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace AzuSena.Testing.Hosted;

/// <summary>
/// What a test assembly does when it is started as a program itself: it runs the command lines that come on standard input, a line of JSON each, one after
/// the other, and writes what became of them. Most of a short command's time is the start of the runtime and its compiler, which is paid once here.
/// </summary>
public static class HostedProgram
{
    /// <summary>Runs command lines until there are no more.</summary>
    /// <param name="product">The program that they are for.</param>
    public static async Task ServeAsync(Assembly product)
    {
        var (requests, replies) = (Console.In, Console.Out);
        var (output, error) = (new CapturedOutput(), new CapturedOutput());
        Console.SetOut(output);
        Console.SetError(error);
        var environment = Variables();
        while (await requests.ReadLineAsync() is { } line)
        {
            var exitCode = Run(product.EntryPoint!, JsonSerializer.Deserialize<HostedCommand>(line)!);
            Restore(environment);
            await replies.WriteLineAsync(JsonSerializer.Serialize(new ProcessRun(exitCode, output.Take(), error.Take())));
            await replies.FlushAsync();
        }
    }

    private static int Run(MethodInfo main, HostedCommand command)
    {
        foreach (var (name, value) in command.Environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Environment.ExitCode = 0;
        return (int)main.Invoke(obj: null, [command.Arguments])!;
    }

    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);

    // A command may set some itself: those of .env.
    private static void Restore(Dictionary<string, string> environment)
    {
        foreach (var name in Variables().Keys.Concat(environment.Keys).ToHashSet(StringComparer.Ordinal))
        {
            Environment.SetEnvironmentVariable(name, environment.GetValueOrDefault(name));
        }
    }
}
