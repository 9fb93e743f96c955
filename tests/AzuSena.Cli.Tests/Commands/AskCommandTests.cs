using System.Text.Json;

namespace AzuSena.Cli.Tests.Commands;

public sealed class AskCommandTests : IDisposable
{
    private readonly CommandLine _commandLine = new();

    public AskCommandTests() => _commandLine.Write(
        "corpus/emprender.md",
        "---\ntitulo: Fondo Emprender\nfuente: Ley 789 de 2002\n---\n# Fondo Emprender\n\nEl Fondo Emprender entrega capital semilla a nuevos empresarios.\n");

    public void Dispose() => _commandLine.Dispose();

    [Fact]
    public async Task Ask_NothingIndexedYet_IndexesAndAnswersWithItsSource()
    {
        var run = await _commandLine.RunAsync("ask", "¿Qué es el Fondo Emprender?");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("capital semilla a nuevos empresarios. [1]").And.Contain("[1] Fondo Emprender").And.Contain("Ley 789 de 2002");
    }

    [Fact]
    public async Task Ask_Json_PrintsTheWholeAnswerAndNothingElse()
    {
        var run = await _commandLine.RunAloneAsync("ask", "--json", "¿Qué es el Fondo Emprender?");

        using var answer = JsonDocument.Parse(run.Output);
        answer.RootElement.GetProperty("abstained").GetBoolean().Should().BeFalse();
        answer.RootElement.GetProperty("completeness").GetString().Should().Be("complete");
        answer.RootElement.GetProperty("lead").GetString().Should().Be("El Fondo Emprender entrega capital semilla a nuevos empresarios.");
        answer.RootElement.GetProperty("citations")[0].GetProperty("title").GetString().Should().Be("Fondo Emprender");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("😀")]
    public async Task Ask_NoQuestion_SaysSoInSpanish(string question)
    {
        var run = await _commandLine.RunAsync("ask", question);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("La pregunta").And.NotContain("   at ");
    }

    [Fact]
    public async Task Ask_SettingOfAWrongKind_NamesTheVariable()
    {
        _commandLine.Write(".env", "MAX_DOCS=muchos\n");

        var run = await _commandLine.RunAsync("ask", "¿Qué es el Fondo Emprender?");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("MAX_DOCS").And.Contain("muchos");
    }
}
