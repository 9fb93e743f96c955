using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Commands;

/// <summary><c>corpus lint</c> as it is run for real: its output and its exit code.</summary>
public sealed class CorpusCommandTests : IDisposable
{
    private const string Workbook = "azusena-compilado.xlsx";
    private readonly CommandLine _commandLine = new();

    [Fact]
    public async Task Lint_GoodCorpus_ExitsWithZero()
    {
        _commandLine.Write("corpus/a.txt", "La matrícula no cuesta.");

        (await _commandLine.RunAsync("corpus", "lint")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Lint_Warnings_ExitWithOneAndAreATable()
    {
        _commandLine.Write("corpus/a.md", "Sin encabezado.");

        var run = await _commandLine.RunAsync("corpus", "lint");

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("front_matter_missing").And.Contain("aviso");
    }

    [SharedDataFact(Workbook)]
    public async Task Lint_TheOriginalWorkbook_TellsWhatIsKnownToBeWrongWithIt()
    {
        Directory.CreateDirectory(_commandLine.Corpus);
        File.Copy(Repository.SharedData(Workbook)!, Path.Combine(_commandLine.Corpus, Workbook));
        // The mappings of its tables are below the product's own folder.
        _commandLine.Settings.AddRange([("AZUSENA_HOME", Repository.Root), ("CORPUS_DIR", _commandLine.Corpus), ("DATA_DIR", _commandLine.Data)]);

        var run = await _commandLine.RunAsync("corpus", "lint", "--json");

        run.ExitCode.Should().Be(2);
        var counts = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().CountBy(finding => finding.GetProperty("rule").GetString()!).ToDictionary();
        counts["article_repeated"].Should().Be(34);
        counts["article_zero"].Should().Be(34);
        counts["article_empty"].Should().Be(1);
        counts["law_two_years"].Should().Be(2);
        counts["passage_long"].Should().BePositive();
        counts["duplicate"].Should().BePositive();
        counts["odd_spaces"].Should().Be(1);
    }

    public void Dispose() => _commandLine.Dispose();
}
