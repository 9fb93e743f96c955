using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.LegacyChat;

[Collection(CorpusApiGroup.Name)]
public sealed class LegacyQueryTests(CorpusApi api)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task QueryText_ObjectOrBareText_IsTheSameAnswerAsOverRest(bool bare)
    {
        await using var client = await LegacyClient.ConnectAsync(api.Api);
        var said = await client.AskAsync(bare ? Question : new { query = Question });
        var expected = await api.Client.AskAsync(Question);

        said.ConvertAll(one => one.Name).Should().Equal([.. Enumerable.Repeat("response", said.Count - 1), "query_response"]);
        string.Concat(said.SkipLast(1).Select(one => one.Body.Text("chunk"))).Should().Be(expected.Text("response"));
        said.SkipLast(2).Should().OnlyContain(one => !one.Body.GetProperty("complete").GetBoolean()).And.NotBeEmpty();
        var last = said[^2].Body;
        last.GetProperty("complete").GetBoolean().Should().BeTrue();
        last.Text("chunk").Should().BeEmpty();
        last.Text("response").Should().Be(expected.Text("response"));
        last.GetProperty("answer").Lasting().Should().Be(expected.Lasting());
        said[^1].Body.EnumerateObject().Select(field => field.Name).Should().Equal("response");
        said[^1].Body.Text("response").Should().Be(expected.Text("response"));
    }

    [Theory]
    [InlineData("42[\"query_text\"]", "question_invalid")]
    [InlineData("42[\"query_text\",null]", "question_invalid")]
    [InlineData("42[\"query_text\",{}]", "question_invalid")]
    [InlineData("42[\"query_text\",\"\"]", "question_invalid")]
    [InlineData("42[\"query_text\",\"\\ud800\"]", "question_invalid")]
    [InlineData("42[\"query_text\",7]", "question_invalid")]
    [InlineData("42[\"query_text\",[\"hola\"]]", "question_invalid")]
    [InlineData("42[\"query_text\",{\"query\":7}]", "question_invalid")]
    [InlineData("42[\"query_text\",{\"query\":\"hola\",\"max_docs\":0}]", "request_invalid")]
    [InlineData("42[\"query_text\",{\"query\":\"hola\",\"conversation_id\":\"AAAAAAAAAAAAAAAAAAAAAAAA\"}]", "conversation_not_found")]
    public async Task QueryText_WhatCannotBeAsked_IsAnErrorEventAndTheNextIsAnswered(string packet, string code)
    {
        await using var client = await LegacyClient.ConnectAsync(api.Api);
        await client.SendAsync(packet);
        var (name, body) = await client.NextAsync();

        name.Should().Be("error");
        body.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("message", "code");
        body.Text("code").Should().Be(code);
        body.Text("message").Should().NotBeNullOrWhiteSpace();
        body.GetRawText().ShouldHoldNothingOfOurs();
        (await client.AskAsync("hola"))[^1].Body.Text("response").Should().Contain("AzuSENA");
    }

    [Fact]
    public async Task QueryText_AsksForAnAcknowledgement_GetsItAfterTheAnswer()
    {
        await using var client = await LegacyClient.ConnectAsync(api.Api);
        await client.SendAsync("4217[\"query_text\",{\"query\":\"hola\"}]");
        await client.UntilTheEndAsync();

        (await client.ReadAsync()).Should().Be("4317[]");
    }

    [Fact]
    public async Task QueryText_InAConversation_IsPartOfIt()
    {
        await using var client = await LegacyClient.ConnectAsync(api.Api);
        var conversation = await api.Client.BeginConversationAsync();
        var said = await client.AskAsync(new { query = Question, conversation_id = conversation });

        said[^2].Body.GetProperty("answer").Text("conversation_id").Should().Be(conversation);
    }

    [Fact]
    public async Task QueryText_ManyClientsAtOnce_NeverHearEachOther()
    {
        const int Rounds = 10;
        await Task.WhenAll(SampleQuestions.All.Select(async question =>
        {
            var expected = (await api.Client.AskAsync(question)).Lasting();
            await using var client = await LegacyClient.ConnectAsync(api.Api);
            for (var round = 0; round < Rounds; round++)
            {
                var said = await client.AskAsync(question);
                said[^2].Body.GetProperty("answer").Lasting().Should().Be(expected);
                string.Concat(said.SkipLast(1).Select(one => one.Body.Text("chunk"))).Should().Be(said[^1].Body.Text("response"));
            }
        }));
    }

    [Theory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("polling,websocket")]
    public async Task SocketIoClient_SnippetOfTheOriginalsReadme_RunsUnchanged(string transports)
    {
        var lines = await NodeScript.RunAsync("socketio-readme.mjs", api.Api.Address, transports);
        var expected = await api.Client.AskAsync(Question);

        lines.Should().Contain(line => line.Text("label") == "Conectado a AzuSENA");
        var responses = lines.Where(line => line.Text("label") == "Respuesta:").Select(line => line.GetProperty("data")).ToList();
        string.Concat(responses.Select(response => response.Text("chunk"))).Should().Be(expected.Text("response"));
        responses.Select(response => response.GetProperty("complete").GetBoolean())
            .Should().Equal(Enumerable.Range(1, responses.Count).Select(number => number == responses.Count));
        if (!transports.Contains(','))
        {
            lines.Should().OnlyContain(line => line.Text("transport") == transports);
        }
    }

    [Theory]
    [InlineData("polling", "polling")]
    [InlineData("websocket", "websocket")]
    [InlineData("polling,websocket", "websocket")]
    public async Task SocketIoClient_EachTransport_IsAnsweredAndHearsErrors(string transports, string final)
    {
        var lines = await NodeScript.RunAsync("socketio.mjs", api.Api.Address, Question, transports);
        var expected = (await api.Client.AskAsync(Question)).Text("response");

        Bodies(lines, "transport").Single().GetString().Should().Be(final);
        Bodies(lines, "connection_response").Single().Text("data").Should().Be("Conectado con AzuSENA");
        var whole = Bodies(lines, "query_response").ConvertAll(body => body.Text("response"));
        whole.Should().HaveCount(3);
        whole[..2].Should().OnlyContain(response => response == expected);
        string.Concat(Bodies(lines, "response").Select(body => body.Text("chunk"))).Should().Be(string.Concat(whole));
        Bodies(lines, "error").ConvertAll(body => body.Text("code")).Should().Equal(Enumerable.Repeat("question_invalid", 6));
        lines[^2].Text("event").Should().Be("acknowledged");
        Bodies(lines, "disconnect").Single().GetString().Should().Be("io client disconnect");
    }

    [Fact]
    public async Task SocketIoClient_ConnectionIsLost_ConnectsAgainAndIsAnswered()
    {
        var lines = await NodeScript.RunAsync("socketio-reconnect.mjs", api.Api.Address, Question);

        var line = lines.Should().ContainSingle().Subject;
        line.GetProperty("connections").GetInt32().Should().Be(2);
        line.Text("response").Should().Be((await api.Client.AskAsync(Question)).Text("response"));
    }

    [PythonSocketIoTheory]
    [InlineData("polling")]
    [InlineData("websocket")]
    [InlineData("polling,websocket")]
    public async Task PythonClient_EachTransport_IsAnsweredAndHearsErrors(string transports)
    {
        var lines = await NodeScript.RunWithAsync(PythonSocketIoTheoryAttribute.Python, "socketio_client.py", api.Api.Address, Question, transports);
        var expected = (await api.Client.AskAsync(Question)).Text("response");

        Bodies(lines, "connection_response").Should().ContainSingle();
        Bodies(lines, "query_response").ConvertAll(body => body.Text("response")).Should().Equal(expected, expected);
        Bodies(lines, "error").Single().Text("code").Should().Be("question_invalid");
        Bodies(lines, "transport").Single().GetString().Should().Be(transports.Split(',')[^1]);
    }

    private static List<JsonElement> Bodies(List<JsonElement> lines, string name) =>
        lines.Where(line => line.Text("event") == name).Select(line => line.GetProperty("body")).ToList();
}
