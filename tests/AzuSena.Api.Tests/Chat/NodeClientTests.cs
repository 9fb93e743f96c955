using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Chat;

/// <summary>The clients that web pages use, run by Node.js.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class NodeClientTests(CorpusApi api)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";

    [Fact]
    public async Task Chat_MicrosoftsJavaScriptClient_IsAnsweredBothWays()
    {
        var lines = await NodeScript.RunAsync("chat.mjs", api.Api.Address, Question);
        var expected = await api.Client.AskAsync(Question);

        var responses = lines.Where(line => line.Text("via") == "query_text").Select(line => line.GetProperty("body")).ToList();
        string.Concat(responses.Select(response => response.Text("chunk"))).Should().Be(expected.Text("response"));
        responses.Select(response => response.GetProperty("complete").GetBoolean())
            .Should().Equal(Enumerable.Range(1, responses.Count).Select(number => number == responses.Count));
        responses[^1].GetProperty("answer").Lasting().Should().Be(expected.Lasting());
        ShouldBeTheAnswer(lines.Where(line => line.Text("via") == "Ask").Select(line => line.GetProperty("body")).ToList(), expected);
        lines[^1].Text("via").Should().Be("error");
        lines[^1].GetProperty("body").Text("code").Should().Be("question_invalid");
    }

    [Fact]
    public async Task Stream_JavaScriptFetch_IsAnsweredEventByEvent()
    {
        var events = await NodeScript.RunAsync("stream.mjs", api.Api.Address, Question);

        ShouldBeTheAnswer(events, await api.Client.AskAsync(Question));
    }

    private static void ShouldBeTheAnswer(List<JsonElement> events, JsonElement expected)
    {
        events[0].Text("type").Should().Be("answer_started");
        events[^1].Text("type").Should().Be("answer_completed");
        events[^1].GetProperty("answer").Lasting().Should().Be(expected.Lasting());
    }
}
