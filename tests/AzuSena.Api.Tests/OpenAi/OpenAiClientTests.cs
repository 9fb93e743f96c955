using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>OpenAI's own client asks, over a real port.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class OpenAiClientTests(CorpusApi api)
{
    private const string Question = "¿Qué es SENNOVA?";
    private const string Unknown = "¿Cuál es la capital de Mongolia?";

    [Fact]
    public async Task Models_Listed_AreTheAssistantItsVariantsAndTheExtractiveOne()
    {
        var listed = (await OpenAiClient.CallAsync(api.Api, "models", model: "azusena:corto"))[0];

        listed.GetProperty("names").EnumerateArray().Select(name => name.GetString()).Should().Equal("azusena", "azusena:corto", "azusena-extractivo");
        listed.GetProperty("one").Text("id").Should().Be("azusena:corto");
        listed.GetProperty("one").Text("object").Should().Be("model");
    }

    [Fact]
    public async Task Chat_Whole_IsTheAnswerOfTheWalkWithItsCitations()
    {
        var reply = (await OpenAiClient.CallAsync(api.Api, "chat", new { model = "azusena", messages = OpenAiClient.Asking(Question) }))[0];
        var answer = await api.Client.AskAsync(Question);

        var choice = reply.GetProperty("choices")[0];
        choice.Text("finish_reason").Should().Be("stop");
        var message = choice.GetProperty("message");
        message.Text("role").Should().Be("assistant");
        message.Text("content").Should().Be(answer.Text("response"));
        ShouldPointAtMarks(message.GetProperty("annotations"), message.Text("content"));
        var details = reply.GetProperty("azusena");
        details.GetProperty("citations").GetRawText().Should().Be(answer.GetProperty("citations").GetRawText());
        details.Text("completeness").Should().Be("complete");
        details.GetProperty("abstained").GetBoolean().Should().BeFalse();
        details.Text("trace_id").Should().NotBeEmpty();
        foreach (var member in new[] { "lead", "confidence", "grounding", "mode", "suggestions", "more" })
        {
            Member(details, member).Should().Be(Member(answer, member), member);
        }

        var usage = reply.GetProperty("usage");
        usage.GetProperty("completion_tokens").GetInt32().Should().BePositive();
        usage.GetProperty("total_tokens").GetInt32()
            .Should().Be(usage.GetProperty("prompt_tokens").GetInt32() + usage.GetProperty("completion_tokens").GetInt32());
    }

    [Fact]
    public async Task Chat_Streamed_IsRoleTextCitationsEndAndUsage()
    {
        var chunks = await OpenAiClient.CallAsync(
            api.Api, "chat-stream", new { model = "azusena", messages = OpenAiClient.Asking(Question), stream_options = new { include_usage = true } });
        var answer = await api.Client.AskAsync(Question);

        chunks.Should().OnlyContain(chunk => chunk.Text("object") == "chat.completion.chunk");
        chunks.Select(chunk => chunk.Text("id")).Distinct().Should().ContainSingle().Which.Should().StartWith("chatcmpl-");
        var deltas = chunks.Where(chunk => chunk.GetProperty("choices").GetArrayLength() > 0).Select(chunk => chunk.GetProperty("choices")[0]).ToList();
        deltas[0].GetProperty("delta").Text("role").Should().Be("assistant");
        deltas.Skip(1).Any(choice => choice.GetProperty("delta").TryGetProperty("role", out _)).Should().BeFalse();
        var text = string.Concat(deltas.Select(choice => choice.GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : ""));
        text.Should().Be(answer.Text("response"));
        deltas.Count(choice => choice.GetProperty("delta").TryGetProperty("content", out _)).Should().BeGreaterThan(2, "it comes piece by piece");
        ShouldPointAtMarks(deltas[^2].GetProperty("delta").GetProperty("annotations"), text);
        deltas[^1].Text("finish_reason").Should().Be("stop");
        deltas.SkipLast(1).Should().OnlyContain(choice => choice.GetProperty("finish_reason").ValueKind == JsonValueKind.Null);
        chunks[^2].GetProperty("azusena").GetProperty("citations").GetArrayLength().Should().BePositive();
        chunks[^1].GetProperty("choices").GetArrayLength().Should().Be(0);
        chunks[^1].GetProperty("usage").GetProperty("total_tokens").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Chat_PutTogetherByTheClient_IsTheAnswer()
    {
        var put = (await OpenAiClient.CallAsync(api.Api, "chat-runner", new { model = "azusena", messages = OpenAiClient.Asking(Question) }))[0];

        put.Text("text").Should().Be((await api.Client.AskAsync(Question)).Text("response"));
        put.GetProperty("completion").GetProperty("choices")[0].Text("finish_reason").Should().Be("stop");
    }

    [Fact]
    public async Task Chat_NothingInTheDocuments_StopsAndSaysSo()
    {
        var reply = (await OpenAiClient.CallAsync(api.Api, "chat", new { model = "azusena", messages = OpenAiClient.Asking(Unknown) }))[0];

        reply.GetProperty("choices")[0].Text("finish_reason").Should().Be("stop");
        reply.GetProperty("choices")[0].GetProperty("message").GetProperty("annotations").GetArrayLength().Should().Be(0);
        reply.GetProperty("azusena").GetProperty("abstained").GetBoolean().Should().BeTrue();
        reply.GetProperty("azusena").Text("completeness").Should().Be("none");
    }

    [Fact]
    public async Task Responses_Whole_IsOneMessageWithAnnotations()
    {
        var got = (await OpenAiClient.CallAsync(api.Api, "responses", new { model = "azusena", input = Question, metadata = new { de = "una prueba" } }))[0];
        var answer = await api.Client.AskAsync(Question);

        got.Text("output_text").Should().Be(answer.Text("response"));
        var response = got.GetProperty("response");
        response.Text("object").Should().Be("response");
        response.Text("status").Should().Be("completed");
        response.GetProperty("metadata").Text("de").Should().Be("una prueba");
        var part = response.GetProperty("output")[0].GetProperty("content")[0];
        foreach (var annotation in part.GetProperty("annotations").EnumerateArray())
        {
            ShouldPointAtMark(annotation, part.Text("text"));
        }

        part.GetProperty("annotations").GetArrayLength().Should().BePositive();
        response.GetProperty("usage").GetProperty("output_tokens").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Responses_Streamed_IsTheDocumentedOrderOfNumberedEvents()
    {
        var events = await OpenAiClient.CallAsync(api.Api, "responses-stream", new { model = "azusena", input = Question });
        var answer = await api.Client.AskAsync(Question);

        events.Select(step => step.GetProperty("sequence_number").GetInt32()).Should().Equal(Enumerable.Range(0, events.Count));
        var types = events.ConvertAll(step => step.Text("type"));
        types.Take(4).Should().Equal("response.created", "response.in_progress", "response.output_item.added", "response.content_part.added");
        types.TakeLast(4).Should().Equal(
            "response.output_text.done", "response.content_part.done", "response.output_item.done", "response.completed");
        var between = types.Skip(4).SkipLast(4).ToList();
        between.SkipWhile(type => type == "response.output_text.delta").Should().NotBeEmpty()
            .And.OnlyContain(type => type == "response.output_text.annotation.added");
        string.Concat(events.Where(step => step.Text("type") == "response.output_text.delta").Select(step => step.Text("delta")))
            .Should().Be(answer.Text("response"));
        events[^4].Text("text").Should().Be(answer.Text("response"));
        var annotated = events.Where(step => step.Text("type").EndsWith("annotation.added", StringComparison.Ordinal)).ToList();
        annotated.Select(step => step.GetProperty("annotation_index").GetInt32()).Should().Equal(Enumerable.Range(0, annotated.Count));
        events[0].GetProperty("response").Text("status").Should().Be("in_progress");
        events[^1].GetProperty("response").Text("status").Should().Be("completed");
        events[^1].GetProperty("response").GetProperty("azusena").GetProperty("citations").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public async Task Responses_PutTogetherByTheClient_IsTheAnswer()
    {
        var response = (await OpenAiClient.CallAsync(api.Api, "responses-runner", new { model = "azusena", input = Question }))[0];

        response.GetProperty("output")[0].GetProperty("content")[0].Text("text").Should().Be((await api.Client.AskAsync(Question)).Text("response"));
    }

    [VoiceToolFact("espeak-ng")]
    public async Task Speech_Text_IsSound()
    {
        var said = (await OpenAiClient.CallAsync(
            api.Api, "speech", new { model = "tts-1", voice = "alloy", input = "El **SENA** ofrece formación [1].", response_format = "wav" }))[0];

        said.Text("type").Should().Be("audio/wav");
        said.Text("head").Should().Be("RIFF");
        said.GetProperty("length").GetInt32().Should().BeGreaterThan(10_000);
    }

    private static string Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member.GetRawText() : "missing";

    private static void ShouldPointAtMarks(JsonElement annotations, string text)
    {
        annotations.GetArrayLength().Should().BePositive();
        foreach (var annotation in annotations.EnumerateArray())
        {
            annotation.Text("type").Should().Be("url_citation");
            ShouldPointAtMark(annotation.GetProperty("url_citation"), text);
        }
    }

    private static void ShouldPointAtMark(JsonElement citation, string text)
    {
        var (start, end) = (citation.GetProperty("start_index").GetInt32(), citation.GetProperty("end_index").GetInt32());
        text[start..end].Should().MatchRegex(@"^\[\d+\]$");
        citation.Text("url").Should().MatchRegex("^http://127.0.0.1:[0-9]+/azusena_api/passages/[0-9a-f]{20}$");
        citation.Text("title").Should().NotBeEmpty();
    }
}
