using System.Text.Json;

namespace AzuSena.Cli.Tests.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Asked = "¿Qué entrega el Fondo Emprender?";

    private readonly CommandLine _commandLine = new();

    public ReplayCommandTests()
    {
        Write("emprender", "Fondo Emprender", "El Fondo Emprender entrega capital semilla a nuevos empresarios.");
        Write("biblioteca", "Biblioteca", "La biblioteca presta libros durante quince días.");
    }

    public void Dispose() => _commandLine.Dispose();

    [Fact]
    public async Task Replay_SameIndex_IsTheSameAndShowsHow()
    {
        var id = await AskAsync();

        var run = await _commandLine.RunAsync("replay", id);

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().ContainAll(Asked, "Términos:", "Fondo Emprender", "Evidencia:", "los mismos", "sale igual");
    }

    [Fact]
    public async Task Replay_CorpusChanged_SaysThatTheGenerationDiffersAndWhatElse()
    {
        var id = await AskAsync();
        Write("emprender", "Fondo Emprender", "El Fondo Emprender entrega capital semilla y asesoría a nuevos empresarios.");
        (await _commandLine.RunAsync("index")).ExitCode.Should().Be(0);

        var run = await _commandLine.RunAsync("replay", id, "--json");

        run.ExitCode.Should().Be(1, run.Error);
        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("same_generation").GetBoolean().Should().BeFalse();
        report.RootElement.GetProperty("same_retrieval").GetBoolean().Should().BeFalse();
        report.RootElement.GetProperty("same_answer").GetBoolean().Should().BeFalse();
        report.RootElement.GetProperty("differences").GetArrayLength().Should().BePositive();
        (await _commandLine.RunAsync("replay", id)).Output.Should().ContainAll("otra generación", "sale distinta");
    }

    [Fact]
    public async Task Replay_WithoutTexts_WantsTheSameQuestionAgain()
    {
        _commandLine.Write(".env", "Trace__Text=false\n");
        var id = await AskAsync();

        var none = await _commandLine.RunAsync("replay", id);
        var other = await _commandLine.RunAsync("replay", id, "--question", "¿Qué presta la biblioteca?");
        var same = await _commandLine.RunAsync("replay", id, "--question", $" {Asked} ");

        (none.ExitCode, other.ExitCode, same.ExitCode).Should().Be((2, 2, 0), same.Error);
        none.Error.Should().Contain("--question");
    }

    [Fact]
    public async Task Replay_UnknownQuestion_CannotBeDone()
    {
        var run = await _commandLine.RunAsync("replay", "desconocida");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("desconocida").And.NotContain("   at ");
    }

    private void Write(string name, string title, string text) => _commandLine.Write($"corpus/{name}.md", $"---\ntitulo: {title}\n---\n# {title}\n\n{text}\n");

    private async Task<string> AskAsync()
    {
        var run = await _commandLine.RunAsync("ask", "--json", Asked);
        run.ExitCode.Should().Be(0, run.Error);
        using var answer = JsonDocument.Parse(run.Output);
        return answer.RootElement.GetProperty("question_id").GetString()!;
    }
}
