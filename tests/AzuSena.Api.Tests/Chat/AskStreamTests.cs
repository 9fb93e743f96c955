using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Chat;

[Collection(CorpusApiGroup.Name)]
public sealed class AskStreamTests(CorpusApi api)
{
    private const string Question = "¿Qué es la etapa productiva?";

    public static TheoryData<object?> Refused => [.. new object?[] { "", 7, true, null, new[] { 1, 2 }, new { pregunta = "hola" } }];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_ObjectOrBareText_StreamsTheTypedEvents(bool bare)
    {
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var events = await client.StreamAsync(bare ? Question : new { query = Question });

        var types = events.ConvertAll(item => item.Text("type"));
        types[..2].Should().Equal("answer_started", "passages_retrieved");
        types[2..^1].Should().NotBeEmpty().And.OnlyContain(type => type == "answer_token" || type == "sentence_grounded");
        types[^1].Should().Be("answer_completed");
        var answer = events[^1].GetProperty("answer");
        string.Concat(events.Where(item => item.Text("type") == "answer_token").Select(item => item.Text("text"))).Should().Be(answer.Text("response"));
        answer.Lasting().Should().Be((await api.Client.AskAsync(Question)).Lasting());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Ask_WhatCannotBeAsked_IsOneAnswerFailed(object? question)
    {
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var events = await client.StreamAsync(question);

        var failed = events.Should().ContainSingle().Subject;
        failed.Text("type").Should().Be("answer_failed");
        failed.Text("code").Should().Be("question_invalid");
        failed.Text("message").Should().NotBeNullOrWhiteSpace();
    }
}
