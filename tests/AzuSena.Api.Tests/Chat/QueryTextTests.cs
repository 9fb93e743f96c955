using AzuSena.Api.Tests.Support;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Chat;

[Collection(CorpusApiGroup.Name)]
public sealed class QueryTextTests(CorpusApi api)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task QueryText_Question_IsAnsweredInChunksOfWhichTheLastIsComplete(HttpTransportType transport)
    {
        await using var client = await ChatClient.ConnectAsync(api.Api, transport);
        var conversation = await api.Client.BeginConversationAsync();
        await client.SendQueryAsync(new { query = Question, conversation_id = conversation });
        var said = await client.UntilTheEndAsync();

        said.Should().OnlyContain(one => one.Name == "response").And.HaveCountGreaterThan(1);
        said.SkipLast(1).Should().OnlyContain(one => !one.Body.GetProperty("complete").GetBoolean());
        var last = said[^1].Body;
        last.Text("chunk").Should().BeEmpty();
        last.Text("response").Should().Be(string.Concat(said.Select(one => one.Body.Text("chunk"))));
        last.GetProperty("answer").Text("response").Should().Be(last.Text("response"));
        last.GetProperty("answer").Text("conversation_id").Should().Be(conversation);
        last.GetProperty("answer").GetProperty("citations").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public async Task QueryText_BareText_IsTheQuestion()
    {
        await using var client = await ChatClient.ConnectAsync(api.Api);
        await client.SendQueryAsync(Question);

        (await client.UntilTheEndAsync())[^1].Body.GetProperty("answer").Lasting().Should().Be((await api.Client.AskAsync(Question)).Lasting());
    }

    [Fact]
    public async Task QueryText_Answer_GoesToItsCallerAlone()
    {
        await using var caller = await ChatClient.ConnectAsync(api.Api);
        await using var bystander = await ChatClient.ConnectAsync(api.Api);
        await caller.AskAsync(Question);

        // What the hub says arrives in order, so an answer to another would have come before the bystander's own.
        await bystander.SendQueryAsync("hola");
        var heard = await bystander.UntilTheEndAsync();

        heard[^1].Body.Text("response").Should().Be((await api.Client.AskAsync("hola")).Text("response"));
        string.Concat(heard.Select(one => one.Body.Text("chunk"))).Should().Be(heard[^1].Body.Text("response"));
        bystander.HeardMore().Should().BeFalse();
    }

    [Fact]
    public async Task QueryText_TwoClientsAtOnceManyTimes_NeverHearEachOther()
    {
        const int Rounds = 25;
        string[] questions = [Question, "¿Cuáles son los símbolos del SENA?"];
        await Task.WhenAll(questions.Select(async question =>
        {
            var expected = (await api.Client.AskAsync(question)).Lasting();
            await using var client = await ChatClient.ConnectAsync(api.Api);
            for (var round = 0; round < Rounds; round++)
            {
                var (chunks, last) = await client.AskAsync(question);
                last.GetProperty("answer").Lasting().Should().Be(expected);
                chunks.Should().Be(last.Text("response"));
            }
        }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👍")]
    [InlineData(7)]
    [InlineData(true)]
    [InlineData(null)]
    public async Task QueryText_WhatCannotBeAsked_IsAnErrorEvent(object? query)
    {
        await using var client = await ChatClient.ConnectAsync(api.Api);
        await client.SendQueryAsync(query);
        await ShouldBeErrorAsync(client, "question_invalid");
    }

    [Fact]
    public async Task QueryText_ObjectsThatCannotBeAsked_AreErrorEvents()
    {
        await using var client = await ChatClient.ConnectAsync(api.Api);
        (object Query, string Code)[] cases =
        [
            (new[] { "hola" }, "question_invalid"),
            (new { }, "question_invalid"),
            (new { query = 7 }, "question_invalid"),
            (new { query = new[] { "hola" } }, "question_invalid"),
            (new { query = new string('a', 4001) }, "question_invalid"),
            (new { query = "hola", max_docs = 0 }, "request_invalid"),
            (new { query = "hola", max_docs = "cinco" }, "request_invalid"),
            (new { query = "hola", conversation_id = new string('c', 65) }, "request_invalid"),
        ];
        foreach (var (query, code) in cases)
        {
            await client.SendQueryAsync(query);
            await ShouldBeErrorAsync(client, code);
        }
    }

    [Fact]
    public async Task QueryText_AfterAnError_StillAnswers()
    {
        await using var client = await ChatClient.ConnectAsync(api.Api);
        await client.SendQueryAsync("");
        await ShouldBeErrorAsync(client, "question_invalid");

        (await client.AskAsync("hola")).Last.Text("response").Should().Contain("AzuSENA");
    }

    [Theory]
    [InlineData("query_text")]
    [InlineData("NoExiste")]
    public async Task Invoke_CallThatCannotBeBound_FailsWithoutOurInsides(string method)
    {
        await using var client = await ChatClient.ConnectAsync(api.Api);

        var failure = await client.Connection.Invoking(connection => connection.InvokeAsync(method).WaitAsync(TestApi.Patience))
            .Should().ThrowAsync<Microsoft.AspNetCore.SignalR.HubException>();
        failure.Which.Message.Should().NotContain("AzuSena.").And.NotContain("   at ");
    }

    private static async Task ShouldBeErrorAsync(ChatClient client, string code)
    {
        var (name, body) = await client.NextAsync();
        name.Should().Be("error");
        body.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("message", "code");
        body.Text("code").Should().Be(code);
        body.Text("message").Should().NotBeNullOrWhiteSpace();
        body.GetRawText().ShouldHoldNothingOfOurs();
    }
}
