namespace AzuSena.Cli.Tests.Commands;

public sealed class IndexCommandTests : IDisposable
{
    private readonly CommandLine _commandLine = new();

    public void Dispose() => _commandLine.Dispose();

    [Fact]
    public async Task Index_NewFolder_ReadsItAndThenFindsNothingChanged()
    {
        _commandLine.Write("corpus/sena.md", "---\ntitulo: El SENA\n---\n# El SENA\n\nEl SENA forma a las personas para el trabajo.\n");

        var first = await _commandLine.RunAsync("index");
        var second = await _commandLine.RunAsync("index");

        first.ExitCode.Should().Be(0);
        first.Error.Should().Contain("1 leídos (1 pasajes)");
        second.ExitCode.Should().Be(0);
        second.Error.Should().Contain("0 leídos").And.Contain("1 sin cambios");
    }

    [Fact]
    public async Task Index_BadFrontMatter_NamesFileAndLineAndReadsTheRest()
    {
        _commandLine.Write("corpus/bueno.md", "# Bueno\n\nEl SENA forma a las personas para el trabajo.\n");
        _commandLine.Write("corpus/malo.md", "---\ntitulo: Malo\nautor: alguien\n---\nTexto.\n");

        var run = await _commandLine.RunAsync("index");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("malo.md:3").And.Contain("autor").And.Contain("1 leídos");
    }

    [Fact]
    public async Task Index_NothingReadable_Fails()
    {
        _commandLine.Write("corpus/malo.md", "---\nautor: alguien\n---\nTexto.\n");

        var run = await _commandLine.RunAsync("index");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("malo.md:2");
    }

    [Fact]
    public async Task Index_MissingFolder_SaysWhichVariableToLookAt()
    {
        var run = await _commandLine.RunAsync("index");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("CORPUS_DIR").And.NotContain("   at ");
    }

    [Fact]
    public async Task Index_DataFolderBelowAFile_SaysWhichVariableToLookAt()
    {
        _commandLine.Write("corpus/sena.md", "# SENA\n\nEl SENA forma.\n");
        _commandLine.Write("data", "not a folder");

        var run = await _commandLine.RunAsync("index");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("DATA_DIR").And.NotContain("   at ");
    }
}
