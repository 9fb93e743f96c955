using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Mcp.Support;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace AzuSena.Mcp.Tools;

/// <summary>The tool <c>ask</c>, beside the same question over REST.</summary>
[Collection(McpApiGroup.Name)]
public sealed class AskToolTests(McpApi api)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";

    [Theory]
    [MemberData(nameof(McpApi.Revisions), MemberType = typeof(McpApi))]
    public async Task Ask_Question_IsTheAnswerOfRest(string revision)
    {
        await using var client = await api.ConnectAsync(revision);

        var result = await client.CallAsync("ask", new { question = Question });

        client.NegotiatedProtocolVersion.Should().Be(revision);
        var (answer, expected) = (result.Structured(), await RestAsync(Question));
        answer.Text("answer").Should().Be(expected.Text("response"));
        answer.Text("lead").Should().Be(expected.Text("lead"));
        answer.Text("completeness").Should().Be("complete");
        answer.GetProperty("abstained").GetBoolean().Should().BeFalse();
        answer.GetProperty("citations").EnumerateArray().Select(Cited).Should().Equal(expected.GetProperty("citations").EnumerateArray().Select(Cited));
        answer.GetProperty("more").GetArrayLength().Should().Be(expected.GetProperty("more").GetArrayLength());
        result.Text().Should().StartWith(expected.Text("response")).And.Contain("\n\n[1] ");
        result.Content.OfType<ResourceLinkBlock>().Select(link => link.Uri)
            .Should().Equal(answer.GetProperty("citations").EnumerateArray().Select(citation => citation.Text("uri")).Distinct());
    }

    [Fact]
    public async Task Ask_WhatTheDocumentsLack_AbstainsWithTheClosest()
    {
        await using var client = await api.ConnectAsync();

        var answer = (await client.CallAsync("ask", new { question = "¿Cuál es la capital de Mongolia?" })).Structured();

        answer.GetProperty("abstained").GetBoolean().Should().BeTrue();
        answer.Text("completeness").Should().Be("none");
        answer.GetProperty("citations").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(McpApi.Revisions), MemberType = typeof(McpApi))]
    public async Task Ask_WithProgress_IsToldEveryEventOfTheWalk(string revision)
    {
        await using var client = await api.ConnectAsync(revision);
        var told = new List<ProgressNotificationParams>();
        await using var registration = client.RegisterNotificationHandler(NotificationMethods.ProgressNotification, (notification, _) =>
        {
            lock (told)
            {
                told.Add(JsonSerializer.Deserialize<ProgressNotificationParams>(notification.Params, McpJsonUtilities.DefaultOptions)!);
            }

            return ValueTask.CompletedTask;
        });

        var result = await client.CallToolAsync(
            new CallToolRequestParams
            {
                Name = "ask",
                Arguments = new Dictionary<string, JsonElement> { ["question"] = JsonSerializer.SerializeToElement(Question) },
                Meta = new() { ["progressToken"] = "token-1" },
            });

        // Notifications and the reply are handled by tasks of their own.
        await Testing.Eventually.TrueAsync(() => Task.FromResult(told.Count > 0 && Count() >= Last()));
        var steps = told.OrderBy(step => step.Progress.Progress).ToList();
        steps.Select(step => step.Progress.Progress).Should().Equal(Enumerable.Range(1, steps.Count).Select(number => (float)number));
        steps.Should().OnlyContain(step => step.ProgressToken.ToString() == "token-1" && step.Progress.Message!.Length > 0);
        var events = steps.Select(step => step.Event()).ToList();
        events[0]["type"]!.GetValue<string>().Should().Be("answer_started");
        events[^1]["type"]!.GetValue<string>().Should().Be("answer_completed");
        string.Concat(events.Where(step => step["type"]!.GetValue<string>() == "answer_token").Select(step => step["text"]!.GetValue<string>()))
            .Should().Be(result.Structured().Text("answer"));

        int Count()
        {
            lock (told)
            {
                return told.Count;
            }
        }

        int Last()
        {
            lock (told)
            {
                return told.Find(step => step.Event()["type"]!.GetValue<string>() == "answer_completed") is { } end ? (int)end.Progress.Progress : int.MaxValue;
            }
        }
    }

    [Theory]
    [InlineData("""{"question": "   "}""", "question_invalid", "pregunta")]
    [InlineData("""{}""", "request_invalid", "Falta el argumento «question»")]
    [InlineData("""{"query": "¿Qué es el SENA?"}""", "request_invalid", "«query» no es un argumento; los que hay son: question, conversation_id, max_docs")]
    [InlineData("""{"question": 7}""", "request_invalid", "«question»")]
    [InlineData("""{"question": null}""", "request_invalid", "«question»")]
    [InlineData("""{"question": "¿Qué es el SENA?", "max_docs": "muchos"}""", "request_invalid", "«max_docs»")]
    [InlineData("""{"question": "¿Qué es el SENA?", "max_docs": 21}""", "request_invalid", "20")]
    [InlineData("""{"question": "¿Qué es el SENA?", "conversation_id": "no-existe"}""", "conversation_not_found", "conversación")]
    public async Task Ask_BadArguments_AreNamedInSpanishWithTheCode(string arguments, string code, string message)
    {
        await using var client = await api.ConnectAsync();

        var result = await client.CallAsync("ask", JsonSerializer.Deserialize<JsonElement>(arguments));

        result.Code().Should().Be(code);
        result.Text().Should().Contain(message).And.EndWith($"({code})");
        result.StructuredContent.Should().BeNull("it would have to follow the output schema");
    }

    private static (int Number, string Passage, string Quote) Cited(JsonElement citation) =>
        (citation.GetProperty("number").GetInt32(), citation.Text("passage_id"), citation.Text("quote"));

    private async Task<JsonElement> RestAsync(string question)
    {
        using var response = await api.Api.Client.PostAsJsonAsync("/azusena_api/query/text", new { query = question });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
