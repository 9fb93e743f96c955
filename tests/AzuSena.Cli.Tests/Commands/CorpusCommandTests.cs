using System.Diagnostics;
using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Commands;

/// <summary><c>corpus lint</c> as it is run for real: a process of its own, its output and its exit code.</summary>
public sealed class CorpusCommandTests : IDisposable
{
    private const string Workbook = "azusena-compilado.xlsx";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Lint_GoodCorpus_ExitsWithZero()
    {
        _folder.Write("a.txt", "La matrícula no cuesta.");

        (await LintAsync()).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Lint_Warnings_ExitWithOneAndAreATable()
    {
        _folder.Write("a.md", "Sin encabezado.");

        var (exitCode, output) = await LintAsync();

        exitCode.Should().Be(1);
        output.Should().Contain("front_matter_missing").And.Contain("aviso");
    }

    [SharedDataFact(Workbook)]
    public async Task Lint_TheOriginalWorkbook_TellsWhatIsKnownToBeWrongWithIt()
    {
        File.Copy(Repository.SharedData(Workbook)!, _folder.Combine(Workbook));

        var (exitCode, output) = await LintAsync("--json");

        exitCode.Should().Be(2);
        var counts = JsonDocument.Parse(output).RootElement.EnumerateArray().CountBy(finding => finding.GetProperty("rule").GetString()!).ToDictionary();
        counts["article_repeated"].Should().Be(34);
        counts["article_zero"].Should().Be(34);
        counts["article_empty"].Should().Be(1);
        counts["law_two_years"].Should().Be(2);
        counts["passage_long"].Should().BePositive();
        counts["duplicate"].Should().BePositive();
        counts["odd_spaces"].Should().Be(1);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output)> LintAsync(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AzuSena.Cli.dll"), "corpus", "lint", .. options])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["AZUSENA_HOME"] = Repository.Root;
        start.Environment["CORPUS_DIR"] = _folder.Path;
        start.Environment["DATA_DIR"] = _folder.Combine(".data");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
