using System.Net;
using System.Text;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Answers;

/// <summary>Fields as typed clients, browsers and other languages write them.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class OddFieldTests(CorpusApi api)
{
    private const string Nulls = """{"query": "hola", "conversation_id": null, "max_docs": null, "prompt_variant": null, "resumable": null}""";

    public static TheoryData<string> Taken => new(
        Nulls,
        """{"query": "hola", "max_docs": 3.0}""",
        """{"query": "hola", "max_docs": 3e0}""",
        """{"query": "hola", "max_docs": "3"}""",
        """{"query": "", "query": "hola"}""",
        "\uFEFF{\"query\": \"hola\"}",
        " \r\n\t{\"query\": \"hola\"}\r\n ");

    public static TheoryData<string, string> Named => new()
    {
        { """{"query": "hola", "max_docs": 2.5}""", "max_docs" },
        { """{"query": "hola", "max_docs": "tres"}""", "max_docs" },
        { """{"query": "hola", "max_docs": 1e99}""", "max_docs" },
        { """{"query": "hola", "max_docs": true}""", "max_docs" },
        { """{"query": "hola", "resumable": "sí"}""", "resumable" },
        { """{"query": 7}""", "query" },
        { """{"query": "hola\ud800"}""", "query" },
        { """{"query": "hola", "conversation_id": {}}""", "conversation_id" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task Ask_OddButClear_IsAnsweredByEveryWay(string body)
    {
        foreach (var path in new[] { Asking.TextPath, Asking.TextPath + "/", Asking.StreamPath })
        {
            using var response = await api.Client.PostBodyAsync(path, body);
            response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        }

        var payload = body.TrimStart('\uFEFF');
        (await HubAsync("Ask", payload)).Should().Contain("answer_completed");
        (await HubAsync("query_text", payload)).Should().Contain("\"complete\":true");
        await using var legacy = await LegacyClient.ConnectAsync(api.Api);
        await legacy.SendAsync($"42[\"query_text\",{payload}]");
        (await legacy.UntilTheEndAsync())[^1].Name.Should().Be("query_response");
    }

    [Theory]
    [MemberData(nameof(Named))]
    public async Task Ask_FieldOfAnotherForm_IsNamed(string body, string field)
    {
        using var response = await api.Client.PostBodyAsync(Asking.TextPath, body);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).Text("detail").Should().Contain(field);
    }

    [Theory]
    [InlineData("""{"rating": "up", "comment": null}""", HttpStatusCode.NotFound)]
    [InlineData("""{"rating": null}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"rating": "up", "comment": "\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("\uFEFF{\"rating\": \"up\"}", HttpStatusCode.NotFound)]
    public async Task Feedback_OddBody_IsTakenOrRefusedClearly(string body, HttpStatusCode status)
    {
        using var response = await api.Client.PostBodyAsync("/azusena_api/questions/nada/feedback", body);

        await response.ShouldBeProblemAsync(status, status is HttpStatusCode.NotFound ? "question_not_found" : "request_invalid");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"title": null}""")]
    [InlineData("""{"title": 7}""")]
    [InlineData("""{"text": "\udfff"}""")]
    public async Task OtherBodies_Odd_AreRefusedClearly(string body)
    {
        using var speech = await api.Client.PostBodyAsync("/azusena_api/speech", body);
        using var renaming = await api.Client.PatchAsync("/azusena_api/conversations/nada", new StringContent(body, Encoding.UTF8, "application/json"));

        await speech.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
        await renaming.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("nada")]
    [InlineData(null)]
    public async Task OtherBodies_NotJson_AreUnsupported(string? mediaType)
    {
        foreach (var path in new[] { "/azusena_api/questions/nada/feedback", "/azusena_api/speech" })
        {
            using var response = await api.Client.PostBodyAsync(path, """{"rating": "up"}""", mediaType is "nada" ? "application/octet-stream" : mediaType);
            await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "media_type_unsupported");
        }
    }

    [Theory]
    [InlineData("after=0", HttpStatusCode.NotFound)]
    [InlineData("after=", HttpStatusCode.BadRequest)]
    [InlineData("after=uno", HttpStatusCode.BadRequest)]
    [InlineData("after=99999999999", HttpStatusCode.BadRequest)]
    public async Task Query_OddParameter_IsTakenOrRefusedClearly(string query, HttpStatusCode status)
    {
        using var response = await api.Client.GetAsync($"/azusena_api/questions/nada/events?{query}");

        await response.ShouldBeProblemAsync(status, status is HttpStatusCode.NotFound ? "question_not_found" : "request_invalid");
    }

    [Fact]
    public async Task Ask_NameThatIsNoText_IsRefusedOverRestAndAnsweredLive()
    {
        const string Body = """{"\ud800": 1, "query": "hola", "max_docs": 3}""";
        using var response = await api.Client.PostBodyAsync(Asking.TextPath, Body);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
        (await HubAsync("Ask", Body)).Should().ContainAny("answer_completed", "answer_failed");
        (await HubAsync("query_text", Body)).Should().ContainAny("\"complete\":true", "\"error\"");
    }

    [Fact]
    public async Task Resume_NothingSaidOfTheLastEvent_IsFromTheStart() =>
        (await HubAsync("Resume", "\"nada\",null")).Should().Contain("question_not_found");

    [Fact]
    public async Task AskByVoice_NullInEveryField_IsAsIfAbsent()
    {
        await using var chat = await ChatClient.ConnectAsync(api.Api);
        string[] fields = ["format", "sample_rate", "language", "conversation_id", "max_docs", "prompt_variant", "resumable"];
        var format = fields.ToDictionary(name => name, _ => (object?)null);

        (await chat.ListAsync("AskByVoice", Array.Empty<byte[]>().ToAsyncEnumerable(), format))[^1].Text("code").Should().Be("voice_unavailable");
    }

    private async Task<string> HubAsync(string method, string arguments)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        using var wire = new WireClient();
        await wire.ConnectAsync(api.Api.Address, limit.Token);
        var type = method == "query_text" ? 1 : 4;
        await wire.SendAsync($$"""{"type":{{type}},"invocationId":"1","target":"{{method}}","arguments":[{{arguments}}]}""", limit.Token);
        var heard = new StringBuilder();
        while (true)
        {
            var message = await wire.NextAsync(limit.Token);
            heard.Append(message.GetRawText());
            if (message.GetProperty("type").GetInt32() == 3)
            {
                return heard.ToString();
            }
        }
    }
}
