using System.Diagnostics;
using AzuSena.Testing;

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
    public async Task Index_UnknownFrontMatter_IsNotedWithItsLineAndTheDocumentRead()
    {
        _commandLine.Write("corpus/bueno.md", "# Bueno\n\nEl SENA forma a las personas para el trabajo.\n");
        _commandLine.Write("corpus/malo.md", "---\ntitulo: Malo\nautor: alguien\n---\nTexto.\n");

        var run = await _commandLine.RunAsync("index");

        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("Nota malo.md:3").And.Contain("autor").And.Contain("2 leídos");
    }

    [Fact]
    public async Task Index_NothingReadable_Fails()
    {
        _commandLine.Write("corpus/malo.json", "{");

        var run = await _commandLine.RunAsync("index");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("malo.json:1");
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

    [Fact]
    public async Task Index_DiskThatFills_SaysSoAndKeepsTheIndex()
    {
        _commandLine.Write("corpus/sena.md", "# El SENA\n\nEl SENA forma a las personas para el trabajo.\n");
        (await _commandLine.RunAsync("index")).ExitCode.Should().Be(0);
        _commandLine.Write("corpus/grande.md",
            $"# Grande\n\n{string.Join("\n\n", Enumerable.Range(0, 8_000).Select(i => $"El párrafo {i} trata del tema {i * 7}."))}\n");

        // No file may grow beyond half a megabyte, as on a disk that is full; the signal that would end the process is ignored, and the runtime keeps its
        // own code out of files.
        var full = await _commandLine.RunAfterAsync("trap '' XFSZ; ulimit -f 512; export DOTNET_EnableWriteXorExecute=0", "index");
        var asked = await _commandLine.RunAsync("ask", "¿Qué hace el SENA?");

        full.ExitCode.Should().Be(2);
        full.Error.Should().Contain("data").And.NotContain("   at ").And.NotContain("Exception");
        asked.Output.Should().Contain("forma a las personas");
        (await _commandLine.RunAsync("index")).Error.Should().Contain("1 leídos").And.Contain("1 sin cambios");
    }

    [Fact]
    public async Task Index_Watch_FollowsTheFolderUntilItIsStopped()
    {
        _commandLine.Write("corpus/uno.md", "# Uno\n\nEl primer documento.\n");
        using var watch = _commandLine.Start("index", "--watch");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await ReadUntilAsync(watch, "1 leídos (1 pasajes), 0 sin cambios", limit.Token);

            _commandLine.Write("corpus/dos.md", "# Dos\n\nEl segundo documento.\n");
            await ReadUntilAsync(watch, "1 leídos (1 pasajes), 1 sin cambios", limit.Token);

            Directory.Move(_commandLine.Corpus, _commandLine.Corpus + "-lejos");
            await ReadUntilAsync(watch, "CORPUS_DIR", limit.Token);

            Directory.Move(_commandLine.Corpus + "-lejos", _commandLine.Corpus);
            await ReadUntilAsync(watch, "2 sin cambios", limit.Token);

            (await ProcessRun.OfAsync("kill", ["-TERM", $"{watch.Id}"])).ExitCode.Should().Be(0);
            await watch.WaitForExitAsync(limit.Token);
            watch.ExitCode.Should().BeOneOf(130, 143);
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
        }
    }

    private static async Task ReadUntilAsync(Process process, string text, CancellationToken cancellationToken)
    {
        while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The process ended without saying: {text}");
    }
}
