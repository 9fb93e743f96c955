namespace AzuSena.Cli.Tests;

/// <summary>What the command line says of arguments that it cannot take.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly CommandLine _commandLine = new();

    public void Dispose() => _commandLine.Dispose();

    [Theory]
    [InlineData("Comando o argumento no reconocido 'bailar'.", "Mira ./azusena --help", "bailar")]
    [InlineData("no se proporcionó el comando requerido", "Mira ./azusena bench --help", "bench")]
    [InlineData("Comando o argumento no reconocido '--nada'.", "Mira ./azusena index --help", "index", "--nada")]
    [InlineData("Falta el argumento requerido", "Mira ./azusena models pull --help", "models", "pull")]
    [InlineData("--max-docs pide un número entero; «muchos» no lo es.", "Mira ./azusena ask --help", "ask", "Hola", "--max-docs", "muchos")]
    [InlineData("Argumento 'cubos' no reconocido.", "Mira ./azusena bench memory --help", "bench", "memory", "--kinds", "cubos")]
    [InlineData("no hay preguntas", "prompts", "eval", "retrieval", "--data", "prompts")]
    [InlineData("No se puede leer o escribir un archivo.", "/proc/no/salida", "eval", "feedback", "--output", "/proc/no/salida")]
    public async Task Command_ArgumentThatItCannotTake_SaysSoInSpanish(string said, string next, params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_commandLine.Data, "..", "prompts"));

        var run = await _commandLine.RunAsync([.. arguments.Select(one => one == "prompts" ? Path.Combine(_commandLine.Data, "..", one) : one)]);

        run.ExitCode.Should().Be(2, run.Output);
        run.Error.Should().ContainEquivalentOf(said).And.Contain(next).And.NotContain("   at ").And.NotContain("System.");
    }

    [Theory]
    [InlineData("ask", "Responde una pregunta.")]
    [InlineData("models", "Descarga modelos y los retira.")]
    public async Task Help_OfACommand_IsSpanish(string command, string said)
    {
        var run = await _commandLine.RunAsync(command, "--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should().ContainAll(said, "Descripción:", "Uso:", $"./azusena {command}", "Opciones:").And.NotContain("Usage");
    }
}
