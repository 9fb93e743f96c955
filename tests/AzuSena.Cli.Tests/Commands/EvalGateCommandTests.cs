namespace AzuSena.Cli.Tests.Commands;

/// <summary>The gate as it is run by hand: its baseline is written, holds, and fails when the product gets worse.</summary>
public sealed class EvalGateCommandTests : IDisposable
{
    private static readonly string[] Subjects = ["contrato", "bienestar", "matrícula", "biblioteca", "uniforme", "transporte"];

    private readonly CommandLine _commandLine = new();

    public EvalGateCommandTests()
    {
        foreach (var (index, subject) in Subjects.Index())
        {
            _commandLine.Write($"corpus/{index}.md", $"---\ntitulo: El {subject}\n---\nEl {subject} del aprendiz cuesta {index + 2} monedas.\n");
        }
    }

    public void Dispose() => _commandLine.Dispose();

    [Fact]
    public async Task Gate_ProductThatGotWorse_ExitsWithOneAndSaysWhatFell()
    {
        var questions = _commandLine.Write("gate/questions/q.jsonl", string.Join('\n', Subjects.Index().Select(subject =>
            $$"""{"id":"q{{subject.Index}}","kind":"fact","question":"¿Cuánto cuesta {{subject.Item}} del """ +
                $$"""aprendiz?","documents":["{{subject.Index}}.md"],"facts":[["{{subject.Index + 2}} monedas"]],"expect":"answer"}""")));
        var folder = Path.GetFullPath(Path.Combine(questions, "..", ".."));

        (await _commandLine.RunAsync("eval", "gate", "--folder", folder, "--update")).ExitCode.Should().Be(0);
        var same = await _commandLine.RunAsync("eval", "gate", "--folder", folder);
        foreach (var (index, subject) in Subjects.Index())
        {
            _commandLine.Write($"corpus/{index}.md", $"---\ntitulo: El {subject}\n---\nEl {subject} del aprendiz cuesta {index + 20} monedas.\n");
        }

        var worse = await _commandLine.RunAsync("eval", "gate", "--folder", folder);

        same.ExitCode.Should().Be(0);
        worse.ExitCode.Should().Be(1);
        worse.Output.Should().Contain("Cayó answers/facts: de 1.0000 a 0.0000");
    }

    [Fact]
    public async Task Gate_WithoutABaseline_SaysSo()
    {
        var questions = _commandLine.Write(
            "gate/questions/q.jsonl", """{"id":"q","kind":"fact","question":"¿Qué es?","documents":["0.md"],"facts":[["x"]],"expect":"answer"}""");

        var run = await _commandLine.RunAsync("eval", "gate", "--folder", Path.GetFullPath(Path.Combine(questions, "..", "..")));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("baseline.json").And.NotContain("   at ");
    }
}
