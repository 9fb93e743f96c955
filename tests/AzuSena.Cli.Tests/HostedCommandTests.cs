namespace AzuSena.Cli.Tests;

/// <summary>What the other tests take from the one process is what a process of its own says.</summary>
public sealed class HostedCommandTests : IDisposable
{
    private readonly CommandLine _commandLine = new();

    public void Dispose() => _commandLine.Dispose();

    [Theory]
    [InlineData("index")]
    [InlineData("corpus", "lint")]
    [InlineData("ask", "¿Qué entrega el Fondo Emprender?")]
    [InlineData("ask", " ")]
    [InlineData("models", "bailar")]
    [InlineData("replay", "--help")]
    public async Task Run_SameCommand_SaysTheSameAsAProcessOfItsOwn(params string[] arguments)
    {
        _commandLine.Write("corpus/emprender.md", "---\ntitulo: Fondo Emprender\n---\nEl Fondo Emprender entrega capital semilla a nuevos empresarios.\n");
        (await _commandLine.RunAsync("index")).ExitCode.Should().Be(0);

        var hosted = await _commandLine.RunAsync(arguments);

        hosted.Should().Be(await _commandLine.RunAloneAsync(arguments));
    }

    [Fact]
    public async Task Run_SettingInOneFolder_IsUnknownInTheNext()
    {
        _commandLine.Write(".env", "MAX_DOCS=muchos\n");
        using var other = new CommandLine();
        other.Write("corpus/uno.md", "# Uno\n\nEl primer documento.\n");

        (await _commandLine.RunAsync("index")).Error.Should().Contain("MAX_DOCS");

        (await other.RunAsync("index")).ExitCode.Should().Be(0);
    }
}
