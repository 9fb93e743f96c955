using AzuSena.Testing.Hosted;

namespace AzuSena.Cli.Tests;

/// <summary>The command line, for the tests that look at what it says and not at its process.</summary>
internal static class Program
{
    /// <summary>The process that runs it.</summary>
    public static ProgramHost Host { get; } = new(typeof(Program).Assembly);

    public static Task Main() => HostedProgram.ServeAsync(typeof(Terminal).Assembly);
}
