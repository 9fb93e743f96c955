using System.Text.Json;

namespace AzuSena.Cli.Tests.Commands;

public sealed class EvalCommandTests : IDisposable
{
    private const string Own = """
        {"data": [{"title": "Normandos", "paragraphs": [{"context": "Los normandos dieron su nombre a Normandía, una región de Francia.", "qas": [
          {"question": "¿Qué región lleva el nombre de los normandos?", "answers": [{"text": "Normandía", "answer_start": 33}]},
          {"question": "¿Quién inventó la radio?", "answers": []}]}]}]}
        """;

    private const string Foreign = """
        {"data": [{"title": "Oxígeno", "paragraphs": [{"context": "El oxígeno es un elemento químico de número atómico 8.", "qas": [
          {"question": "¿Cuál es el número atómico del oxígeno?", "answers": [{"text": "8", "answer_start": 52}]}]}]}]}
        """;

    private readonly CommandLine _commandLine = new();

    public void Dispose() => _commandLine.Dispose();

    [Fact]
    public async Task Answers_DataThatAreNotThere_SaysSoAndSucceeds()
    {
        var run = await _commandLine.RunAsync("eval", "answers", "--data", "none.jsonl");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("Sin medir").And.Contain("none.jsonl");
    }

    [Fact]
    public async Task Squad_SmallFile_WritesItsFigures()
    {
        var own = _commandLine.Write("own.json", Own);
        var foreign = _commandLine.Write("foreign.json", Foreign);
        var output = Path.Combine(Path.GetDirectoryName(own)!, "figures.json");

        var run = await _commandLine.RunAsync("eval", "squad", "--file", own, "--foreign", foreign, "--typos", "3", "--no-accents", "--json", output);

        run.ExitCode.Should().Be(0);
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(output));
        figures.RootElement.GetProperty("questions").GetInt32().Should().Be(1);
        figures.RootElement.GetProperty("ndcg_at10").GetDouble().Should().Be(1);
        figures.RootElement.GetProperty("gold_in1").GetDouble().Should().Be(1);
        figures.RootElement.GetProperty("abstention").EnumerateArray().Select(row => row.GetProperty("auc").GetDouble()).Should().Equal(1, 1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no es json")]
    public async Task Squad_NotOfTheFormat_SaysSo(string content)
    {
        var run = await _commandLine.RunAsync("eval", "squad", "--file", _commandLine.Write("bad.json", content));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("SQuAD").And.NotContain("   at ");
    }
}
