namespace AzuSena.Cli.Tests.Commands;

public sealed class HostileFolderTests : IDisposable
{
    private readonly CommandLine _commandLine = new();

    public void Dispose() => _commandLine.Dispose();

    [Fact]
    public async Task Index_FiftyHostileAndFiftyGoodFiles_ReportsTheOnesAndReadsTheOthers()
    {
        foreach (var (name, content) in HostileFolder.Bad().Concat(HostileFolder.Good()))
        {
            Write(name, content);
        }

        // Neither is a document: the lock file of a program that has one open, and a circle of links.
        Write("~$programa-1.docx", [1, 2, 3]);
        Directory.CreateSymbolicLink(Path.Combine(_commandLine.Corpus, "circulo"), _commandLine.Corpus);
        File.CreateSymbolicLink(Path.Combine(_commandLine.Corpus, "suelto.md"), Path.Combine(_commandLine.Corpus, "no-existe.md"));
        File.CreateSymbolicLink(Path.Combine(_commandLine.Corpus, "fuera.txt"), typeof(HostileFolderTests).Assembly.Location);

        var run = await _commandLine.RunAsync("index");

        var reported = run.Error.Split('\n').Where(line => line.StartsWith("Omitido ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1].Split(':')[0]);
        reported.Should().BeEquivalentTo([.. HostileFolder.Bad().Select(file => file.Name), "suelto.md", "fuera.txt"]);
        reported.Should().HaveCount(50);
        run.Error.Should().Contain("50 leídos").And.Contain("50 omitidos").And.Contain("Nota clave-desconocida.md:3").And.NotContain("   at ");
        run.ExitCode.Should().Be(1);
    }

    private void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(_commandLine.Corpus);
        File.WriteAllBytes(Path.Combine(_commandLine.Corpus, name), content);
    }
}
