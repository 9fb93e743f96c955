using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Evaluation.Replies;

/// <summary>The walk with a model is the same every time from recorded replies; the replies here are a script's, not a model's.</summary>
public sealed class RecordedRepliesTests : IDisposable
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replay_WhatWasRecorded_IsTheSameAnswerWithoutTheModel()
    {
        var recorded = await RecordAsync();

        var (replayed, replies) = await ReplayAsync(Asked);

        replayed.Response.Should().Be(recorded.Response).And.Contain("tres años");
        replayed.Citations.Should().BeEquivalentTo(recorded.Citations);
        replies.MissingCount.Should().Be(0);
    }

    [Fact]
    public async Task Replay_AnotherQuestion_FailsAndIsCountedAsMissing()
    {
        await RecordAsync();

        var replies = new RecordedReplies(_folder.Combine("replies"));
        await FluentActions.Awaiting(() => AskAsync("¿Quién firma el contrato de aprendizaje?", replies, isRecording: false, "none"))
            .Should().ThrowAsync<AzuSenaException>();

        replies.MissingCount.Should().Be(1);
    }

    private async Task<Answer> RecordAsync()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("El contrato dura ", "tres años [1]."));
        return await AskAsync(Asked, new RecordedReplies(_folder.Combine("replies")), isRecording: true, "ollama", server);
    }

    private async Task<(Answer Answer, RecordedReplies Replies)> ReplayAsync(string question)
    {
        var replies = new RecordedReplies(_folder.Combine("replies"));
        return (await AskAsync(question, replies, isRecording: false, "none"), replies);
    }

    private async Task<Answer> AskAsync(string question, RecordedReplies replies, bool isRecording, string provider, OllamaDouble? server = null)
    {
        _folder.Write("corpus/contrato.md",
            "---\ntitulo: Contrato de aprendizaje\n---\nEl contrato de aprendizaje dura como máximo tres años. Lo firma la empresa patrocinadora.\n");
        (string, string)[] settings =
            [("Llm:Provider", provider), .. server is null ? Array.Empty<(string, string)>()
                : [("Ollama:Host", "127.0.0.1"), ("Ollama:Port", $"{server.Port}")]];
        await using var product = new TestProduct(_folder.Combine("corpus"), services => services.AddRecordedReplies(replies, isRecording), settings);
        await product.IndexAsync();
        return await product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None).ToAnswerAsync();
    }
}
