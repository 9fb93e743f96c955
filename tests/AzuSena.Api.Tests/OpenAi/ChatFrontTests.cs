using System.Net;
using System.Text;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>
/// The requests of two chats that people put in front of OpenAI-compatible servers, over the wire, and what these chats read of the reply. The fields are those
/// that their public sources send, not a recording:
/// <list type="bullet">
/// <item>Open WebUI: <c>backend/open_webui/routers/openai.py</c> and <c>utils/middleware.py</c> of open-webui/open-webui (0.11): <c>GET /models</c>; a chat
/// with <c>stream_options.include_usage</c> for models that report usage, its parameters beside the messages, headers <c>X-OpenWebUI-…</c>; sources from
/// <c>delta.annotations[].url_citation</c> (<c>url</c>, <c>title</c>), the text from <c>delta.content</c>.</item>
/// <item>LibreChat: <c>src/llm/openai/index.ts</c> of danny-avila/agents, over LangChain's <c>ChatOpenAI</c> and the <c>openai</c> package: parts as content,
/// <c>user</c>, sampling parameters, tools of its agents, <c>x-stainless-…</c>; usage from the last chunk; titles by a second request without a stream.</item>
/// </list>
/// </summary>
[Collection(CorpusApiGroup.Name)]
public sealed class ChatFrontTests(CorpusApi api)
{
    private const string Chat = "/v1/chat/completions";

    private const string OpenWebUi = """
        {"stream": true, "model": "azusena", "messages": [
          {"role": "system", "content": "You are a helpful assistant."},
          {"role": "user", "content": "hola"},
          {"role": "assistant", "content": "¡Hola! Soy AzuSENA."},
          {"role": "user", "content": "¿Qué es SENNOVA?"}],
         "temperature": 0.8, "top_p": 0.9, "max_tokens": 1024, "frequency_penalty": 0, "seed": 42, "stop": ["###"], "reasoning_effort": "low",
         "stream_options": {"include_usage": true}, "chat_id": "6f0", "id": "9a1", "session_id": "s", "background_tasks": {"title_generation": true},
         "features": {"web_search": false}, "tool_ids": [], "metadata": {"variables": {"{{USER_NAME}}": "Ana"}}}
        """;

    private const string LibreChat = """
        {"model": "azusena", "temperature": 1, "top_p": 1, "presence_penalty": 0, "frequency_penalty": 0, "n": 1, "stream": true,
         "stream_options": {"include_usage": true}, "user": "665f1c", "messages": [
          {"role": "system", "content": [{"type": "text", "text": "Responde como un pirata.", "cache_control": {"type": "ephemeral"}}]},
          {"role": "user", "content": [{"type": "text", "text": "¿Qué es SENNOVA?"}]}],
         "tools": [{"type": "function", "function": {"name": "web_search", "description": "Search", "parameters": {"type": "object",
           "properties": {"query": {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "object", "properties": {"b": {"type": "object",
           "properties": {"c": {"type": "array", "items": {"type": "object", "properties": {"d": {"type": "string"}}}}}}}}}}}}}}}],
         "tool_choice": "auto", "parallel_tool_calls": false}
        """;

    [Theory]
    [InlineData(OpenWebUi)]
    [InlineData(LibreChat)]
    public async Task Chat_AsTheFrontSendsIt_StreamsTextAndCitations(string body)
    {
        using var request = Request(body);
        using var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var lines = await response.ReadLinesAsync().Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).ToListAsync();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        lines[^1].Should().Be("data: [DONE]");
        var chunks = lines.SkipLast(1).Select(line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..])).ToList();
        var deltas = chunks.SkipLast(1).Select(chunk => chunk.GetProperty("choices")[0].GetProperty("delta")).ToList();
        var text = string.Concat(deltas.Select(delta => delta.TryGetProperty("content", out var piece) ? piece.GetString() : ""));
        text.Should().Be((await api.Client.AskAsync("¿Qué es SENNOVA?")).Text("response"));
        var sources = deltas.Where(delta => delta.TryGetProperty("annotations", out _))
            .SelectMany(delta => delta.GetProperty("annotations").EnumerateArray()).ToList();
        sources.Should().NotBeEmpty();
        foreach (var source in sources.Select(source => source.GetProperty("url_citation")))
        {
            using var passage = await api.Client.GetAsync(source.Text("url"));
            passage.StatusCode.Should().Be(HttpStatusCode.OK);
            JsonSerializer.Deserialize<JsonElement>(await passage.Content.ReadAsStringAsync()).GetProperty("document").Text("title")
                .Should().Be(source.Text("title"));
        }

        chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Models_AsTheFrontsReadThem_HaveIds()
    {
        using var response = await api.Client.GetAsync("/v1/models");
        var list = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        list.Text("object").Should().Be("list");
        list.GetProperty("data").EnumerateArray().Select(model => (model.Text("id"), model.Text("object"), model.Text("owned_by")))
            .Should().Contain(("azusena", "model", "azusena"));
    }

    private static HttpRequestMessage Request(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Chat) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer sk-cualquiera");
        request.Headers.Add("X-OpenWebUI-User-Name", "Ana");
        request.Headers.Add("X-OpenWebUI-Chat-Id", "6f0");
        request.Headers.Add("X-Stainless-Lang", "js");
        return request;
    }
}
