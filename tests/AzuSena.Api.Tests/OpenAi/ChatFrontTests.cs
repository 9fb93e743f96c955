using System.Net;
using System.Text;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>
/// The requests of two chats that people put in front of OpenAI-compatible servers, over the wire, and what these chats read of the reply. The files in
/// <c>Fronts</c> have the fields that their public sources send, and prompts of the same form in other words:
/// <list type="bullet">
/// <item>Open WebUI: <c>backend/open_webui/routers/openai.py</c>, <c>routers/tasks.py</c>, <c>utils/payload.py</c> and <c>utils/middleware.py</c> of
/// open-webui/open-webui. What it knows of a chat (<c>metadata</c>, <c>chat_id</c>, <c>features</c>) it takes out before it sends; the parameters stand beside
/// the messages; its tasks are one message without a stream. It shows as sources the distinct addresses of <c>delta.annotations[].url_citation</c>, in the
/// order in which they come, and takes a <c>[n]</c> in the text for the n-th.</item>
/// <item>LibreChat: <c>src/llm/openai</c>, <c>src/run.ts</c> and <c>src/utils/title.ts</c> of danny-avila/agents, over LangChain's <c>ChatOpenAI</c> and the
/// <c>openai</c> package. It shows the text alone; what is under <c>addParams</c> in its configuration stands in every body.</item>
/// </list>
/// </summary>
[Collection(CorpusApiGroup.Name)]
public sealed class ChatFrontTests(CorpusApi api)
{
    private const string Chat = "/v1/chat/completions";
    private const string Question = "¿Qué es SENNOVA?";

    [Theory]
    [InlineData("open-webui-chat")]
    [InlineData("open-webui-attached-file")]
    public async Task Chat_AsOpenWebUiSendsIt_StreamsTextAndTheSourcesThatItShows(string file)
    {
        var chunks = await StreamAsync(file);

        var text = TextOf(chunks);
        text.Should().Be((await api.Client.AskAsync(Question)).Text("response"));
        var sources = await ShownSourcesAsync(chunks);
        sources.Should().NotBeEmpty();
        foreach (var number in Enumerable.Range(1, sources.Count))
        {
            text.Should().Contain($"[{number}]", "each source that is shown is cited by its place");
        }

        text.Should().NotContain($"[{sources.Count + 1}]");
        chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Chat_AsLibreChatSendsIt_StreamsTextThatEndsWithItsSources()
    {
        var chunks = await StreamAsync("librechat-chat");
        var answer = await api.Client.AskAsync(Question);

        var text = TextOf(chunks);
        text.Should().StartWith(answer.Text("response") + "\n\n**Fuentes**\n\n- [1] [");
        var citation = answer.GetProperty("citations")[0];
        text.Should().EndWith($"[{citation.Text("title")}]({new Uri(api.Api.Address, $"/azusena_api/passages/{citation.Text("passage_id")}")})");
        chunks[^1].GetProperty("usage").GetProperty("completion_tokens").GetInt32().Should().BePositive();
    }

    [Theory]
    [InlineData("open-webui-title", """{"title":"¿Qué es SENNOVA?"}""")]
    [InlineData("open-webui-tags", """{"tags":["SENA"]}""")]
    [InlineData("open-webui-queries", """{"queries":["¿Qué es SENNOVA?"]}""")]
    [InlineData("open-webui-autocomplete", """{"text":""}""")]
    [InlineData("librechat-title", "¿Qué es SENNOVA?")]
    public async Task Task_OfTheProgramItself_IsAnsweredWithoutASearch(string file, string expected)
    {
        var reply = await SendWholeAsync(file);

        reply.GetProperty("choices")[0].GetProperty("message").Text("content").Should().Be(expected);
        reply.GetProperty("choices")[0].Text("finish_reason").Should().Be("stop");
        reply.GetProperty("azusena").Text("mode").Should().Be("task");
        reply.GetProperty("azusena").GetProperty("citations").GetArrayLength().Should().Be(0);
        reply.GetProperty("azusena").GetProperty("notes")[0].Text("code").Should().Be("task_not_searched");
    }

    [Fact]
    public async Task Task_NextQuestions_AreThoseSuggestedAfterTheAnswer()
    {
        const string Asked = "¿Qué es la etapa productiva?";
        var suggested = (await api.Client.AskAsync(Asked)).GetProperty("suggestions");

        var reply = await SendWholeAsync("open-webui-follow-ups", body => body.Replace(Question, Asked));
        var unknown = await SendWholeAsync("open-webui-follow-ups", body => body.Replace(Question, "¿Qué no ha preguntado nadie?"));

        suggested.GetArrayLength().Should().BePositive();
        FollowUpsOf(reply).GetRawText().Should().Be(suggested.GetRawText());
        FollowUpsOf(unknown).GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("open-webui-title")]
    [InlineData("librechat-title")]
    public async Task Task_Streamed_IsAStreamLikeAnyOther(string file)
    {
        var chunks = await StreamAsync(file, body => body.Replace("\"stream\": false", "\"stream\": true"));

        TextOf(chunks).Should().Contain(Question);
    }

    [Fact]
    public async Task Task_ConversationLongerThanAQuestionMayBe_IsAnswered()
    {
        var reply = await SendWholeAsync("open-webui-title", body => body.Replace("ASSISTANT: ", $"ASSISTANT: {new string('x', 20_000)} "));

        reply.GetProperty("choices")[0].GetProperty("message").Text("content").Should().Contain(Question);
    }

    [Theory]
    [InlineData("¿Qué título da un técnico?")]
    [InlineData("Mi usuario: ¿cómo lo recupero? El title no importa.")]
    [InlineData("""¿Qué significa {\"title\": 1} en <chat_history>?""")]
    public async Task Question_ThatLooksALittleLikeATask_IsAQuestion(string question)
    {
        using var response = await api.Client.PostBodyAsync(Chat, $$"""{"model": "azusena", "messages": [{"role": "user", "content": "{{question}}"}]}""");
        var reply = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        reply.GetProperty("azusena").Text("mode").Should().Be("extractive");
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

    private static JsonElement FollowUpsOf(JsonElement reply) =>
        JsonSerializer.Deserialize<JsonElement>(reply.GetProperty("choices")[0].GetProperty("message").Text("content")).GetProperty("follow_ups");

    private static IEnumerable<JsonElement> DeltasOf(List<JsonElement> chunks) => chunks
        .Where(chunk => chunk.GetProperty("choices").GetArrayLength() > 0).Select(chunk => chunk.GetProperty("choices")[0].GetProperty("delta"));

    private static string TextOf(List<JsonElement> chunks) =>
        string.Concat(DeltasOf(chunks).Select(delta => delta.TryGetProperty("content", out var piece) ? piece.GetString() : ""));

    // What Open WebUI lists under an answer; each can be opened.
    private async Task<List<string>> ShownSourcesAsync(List<JsonElement> chunks)
    {
        var cited = DeltasOf(chunks).Where(delta => delta.TryGetProperty("annotations", out _))
            .SelectMany(delta => delta.GetProperty("annotations").EnumerateArray())
            .Where(annotation => annotation.Text("type") == "url_citation")
            .Select(annotation => annotation.GetProperty("url_citation"))
            .DistinctBy(citation => citation.Text("url")).ToList();
        foreach (var citation in cited)
        {
            using var passage = await api.Client.GetAsync(citation.Text("url"));
            passage.StatusCode.Should().Be(HttpStatusCode.OK);
            JsonSerializer.Deserialize<JsonElement>(await passage.Content.ReadAsStringAsync()).GetProperty("document").Text("title")
                .Should().Be(citation.Text("title"));
        }

        return cited.ConvertAll(citation => citation.Text("url"));
    }

    private async Task<List<JsonElement>> StreamAsync(string file, Func<string, string>? change = null)
    {
        using var request = Request(file, change);
        using var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        var lines = await response.ReadLinesAsync().Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).ToListAsync();
        lines[^1].Should().Be("data: [DONE]");
        return lines.SkipLast(1).Select(line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..])).ToList();
    }

    private async Task<JsonElement> SendWholeAsync(string file, Func<string, string>? change = null)
    {
        using var request = Request(file, change);
        using var response = await api.Client.SendAsync(request);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(string file, Func<string, string>? change)
    {
        var body = File.ReadAllText(Path.Combine(Repository.Root, "tests", "AzuSena.Api.Tests", "OpenAi", "Fronts", $"{file}.json"));
        var request = new HttpRequestMessage(HttpMethod.Post, Chat)
        { Content = new StringContent(change?.Invoke(body) ?? body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer sk-cualquiera");
        request.Headers.Add("X-OpenWebUI-User-Name", "Ana");
        request.Headers.Add("X-OpenWebUI-Chat-Id", "6f0");
        request.Headers.Add("X-Stainless-Lang", "js");
        return request;
    }
}
