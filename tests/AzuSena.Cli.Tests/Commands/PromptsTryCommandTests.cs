using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Cli.Tests.Commands;

/// <summary>
/// <c>prompts try</c> over a model server's double, whose replies are a script's: it shows the mechanism, not what a model would make of a prompt.
/// </summary>
public sealed class PromptsTryCommandTests : IDisposable
{
    private const string Variant = "Responde como siempre, pero corto.";
    private static readonly string[] Try = ["prompts", "try", "AnswerQuestion.prueba"];

    private readonly CommandLine _commandLine = new();
    private readonly string _questions;

    public PromptsTryCommandTests()
    {
        _commandLine.CopyFrom(Repository.Prompts, "prompts");

        var text = File.ReadAllText(Path.Combine(Repository.Prompts, "Answering/AnswerQuestion/skprompt.txt"));
        _commandLine.Write("prompts/Answering/AnswerQuestion.prueba/skprompt.txt",
            text.Replace("</message>", $"{Variant}\n</message>", StringComparison.Ordinal));
        _commandLine.Write("prompts/Answering/AnswerQuestion.prueba/config.json",
            File.ReadAllText(Path.Combine(Repository.Prompts, "Answering/AnswerQuestion/config.json")));
        _commandLine.Write("corpus/contrato.md",
            "---\ntitulo: Contrato de aprendizaje\n---\nEl contrato de aprendizaje dura como máximo tres años. Lo firma la empresa patrocinadora.\n");
        _questions = _commandLine.Write("q.jsonl", string.Join('\n', Enumerable.Range(1, 3).Select(number =>
            $$"""{"id":"q{{number}}","kind":"fact","question":"{{new string('¿', number)}}Cuánto dura el contrato de """ +
                $$"""aprendizaje?","documents":["contrato.md"],"facts":[["tres años"]],"expect":"answer"}""")));
    }

    public void Dispose() => _commandLine.Dispose();

    [Fact]
    public async Task Try_EditThatLosesTheFact_ShowsEachQuestionAndLeavesTheReason()
    {
        await using var server = await OllamaDouble.RunAsync(request => ModelScript.Of(IsVariant(request) ? "Dura poco [1]." : "Dura tres años [1]."));

        Serve(server);
        var run = await _commandLine.RunAsync([.. Try, "--data", _questions]);

        run.ExitCode.Should().Be(1, run.Error);
        run.Output.Should().Contain("-  Dura tres años [1].").And.Contain("+  Dura poco [1].").And.Contain("answers/facts: 1.0000 → 0.0000");
        Verdict().Should().Contain("\"is_passed\": false").And.Contain("answers/facts: 1.0000 → 0.0000");
    }

    [Fact]
    public async Task Try_RecordedReplies_GiveTheSameWithoutTheModel()
    {
        var replies = Path.Combine(Path.GetDirectoryName(_questions)!, "replies");
        await using (var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Dura tres años [1].")))
        {
            Serve(server);
            (await _commandLine.RunAsync([.. Try, "--data", _questions, "--replies", replies, "--record"])).ExitCode.Should().Be(0);
        }

        _commandLine.Settings.Clear();

        var replayed = await _commandLine.RunAsync([.. Try, "--data", _questions, "--replies", replies]);

        replayed.ExitCode.Should().Be(0, replayed.Error);
        replayed.Output.Should().Contain("3 preguntas comparadas, 0 sin ejecutar");
        Verdict().Should().Contain("\"is_passed\": true");
    }

    [Fact]
    public async Task Try_NothingRecorded_IsNotRunAndGivesNoVerdict()
    {
        var run = await _commandLine.RunAsync([.. Try, "--data", _questions, "--replies", "/no/hay"]);

        run.ExitCode.Should().Be(2);
        run.Output.Should().Contain("0 preguntas comparadas, 3 sin ejecutar").And.Contain("no hay veredicto");
        Directory.Exists(Verdicts).Should().BeFalse();
    }

    private string Verdicts => Path.Combine(Path.GetDirectoryName(_questions)!, "data", "prompt-verdicts");

    private static bool IsVariant(ModelRequest request) => request.Messages.Any(message => message.Contains(Variant, StringComparison.Ordinal));

    private void Serve(OllamaDouble server) =>
        _commandLine.Settings.AddRange([("Llm__Provider", "ollama"), ("OLLAMA_HOST", "127.0.0.1"), ("OLLAMA_PORT", $"{server.Port}")]);

    private string Verdict() => File.ReadAllText(Directory.EnumerateFiles(Verdicts).Should().ContainSingle().Subject);
}
