using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>Whatever goes wrong below <c>/v1</c>, the reply is OpenAI's envelope, with the field that is wrong.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class OpenAiErrorTests(CorpusApi api)
{
    private const string Chat = "/v1/chat/completions";
    private const string Responses = "/v1/responses";
    private const string Speech = "/v1/audio/speech";
    private const string Hello = """[{"role": "user", "content": "hola"}]""";
    private const string Key = "una-clave-de-prueba-larga";

    [Theory]
    [InlineData(Chat, "{", null, "request_invalid")]
    [InlineData(Chat, "[]", null, "request_invalid")]
    [InlineData(Chat, """{"messages": """ + Hello + "}", "model", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena"}""", "messages", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": "hola"}""", "messages", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": []}""", "messages", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": ["hola"]}""", "messages[0]", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": [{"role": "robot", "content": "hola"}]}""", "messages[0].role", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": [{"role": "user", "content": 7}]}""", "messages[0].content", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": [{"role": "user", "content": ""}]}""", "messages[0]", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": [{"role": "system", "content": "hola"}]}""", "messages", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:,"}}]}]}""",
        "messages[0].content[0]", "unsupported_parameter")]
    [InlineData(Chat, """{"model": "azusena", "stream": "sí", "messages": """ + Hello + "}", "stream", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "n": 2, "messages": """ + Hello + "}", "n", "unsupported_parameter")]
    [InlineData(Chat, """{"model": "azusena", "n": 0, "messages": """ + Hello + "}", "n", "invalid_value")]
    [InlineData(Chat, """{"model": "azusena", "logprobs": true, "messages": """ + Hello + "}", "logprobs", "unsupported_parameter")]
    [InlineData(Chat, """{"model": "azusena", "response_format": {"type": "json_object"}, "messages": """ + Hello + "}", "response_format",
        "unsupported_parameter")]
    [InlineData(Chat, """{"model": "azusena", "modalities": ["text", "audio"], "messages": """ + Hello + "}", "modalities", "unsupported_parameter")]
    [InlineData(Chat, """{"model": "azusena", "max_docs": 99, "messages": """ + Hello + "}", "max_docs", "invalid_value")]
    [InlineData(Responses, """{"model": "azusena"}""", "input", "invalid_value")]
    [InlineData(Responses, """{"model": "azusena", "input": 7}""", "input", "invalid_value")]
    [InlineData(Responses, """{"model": "azusena", "input": "hola", "previous_response_id": "resp_1"}""", "previous_response_id", "unsupported_parameter")]
    [InlineData(Responses, """{"model": "azusena", "input": "hola", "background": true}""", "background", "unsupported_parameter")]
    [InlineData(Responses, """{"model": "azusena", "input": "hola", "text": {"format": {"type": "json_schema"}}}""", "text.format", "unsupported_parameter")]
    [InlineData(Speech, """{"model": "tts-1", "voice": "alloy", "input": "hola", "response_format": "mp3"}""", "response_format", "unsupported_parameter")]
    [InlineData(Speech, """{"model": "tts-1", "voice": "alloy", "input": "hola", "speed": 2}""", "speed", "unsupported_parameter")]
    [InlineData(Speech, """{"model": "tts-1", "voice": "alloy"}""", "input", "invalid_value")]
    public async Task Request_Bad_NamesTheField(string path, string body, string? param, string code)
    {
        using var response = await api.Client.PostBodyAsync(path, body);

        var error = await response.ShouldBeOpenAiErrorAsync(HttpStatusCode.BadRequest, "invalid_request_error", code, param);
        if (code == "unsupported_parameter")
        {
            error.Text("message").Should().Contain(param);
        }
    }

    [Theory]
    [InlineData("POST", Chat, """{"model": "gpt-4o", "messages": [{"role": "user", "content": "hola"}]}""", 404, "model_not_found", "model")]
    [InlineData("POST", Chat, """{"model": "azusena:nadie", "messages": [{"role": "user", "content": "hola"}]}""", 404, "model_not_found", "model")]
    [InlineData("GET", "/v1/models/gpt-4o", null, 404, "model_not_found", "model")]
    [InlineData("GET", "/v1/no/existe", null, 404, "unknown_url", null)]
    [InlineData("POST", "/v1/completions", "{}", 404, "unknown_url", null)]
    [InlineData("GET", Chat, null, 405, "method_not_supported", null)]
    [InlineData("DELETE", "/v1/models", null, 405, "method_not_supported", null)]
    public async Task Request_NothingThere_HasTheEnvelope(string method, string path, string? body, int status, string code, string? param)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await api.Client.SendAsync(request);

        await response.ShouldBeOpenAiErrorAsync((HttpStatusCode)status, "invalid_request_error", code, param);
    }

    [Fact]
    public async Task Request_TooLargeOrOfAnotherType_HasTheEnvelope()
    {
        // The client asks first whether it may send, so that no reply is lost in a connection that closes while it still sends.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TestApi.Patience };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api.Api.Address, Chat))
        { Content = new ByteArrayContent(new byte[(1024 * 1024) + 1]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.ExpectContinue = true;
        using var large = await client.SendAsync(request);
        using var form = await api.Client.PostBodyAsync(Chat, "model=azusena", "application/x-www-form-urlencoded");
        using var latin = await api.Client.PostBodyAsync(Chat, "{}", "application/json; charset=latin1");

        await large.ShouldBeOpenAiErrorAsync(HttpStatusCode.RequestEntityTooLarge, "invalid_request_error", "request_too_large", param: null);
        await form.ShouldBeOpenAiErrorAsync(HttpStatusCode.UnsupportedMediaType, "invalid_request_error", "media_type_unsupported", param: null);
        await latin.ShouldBeOpenAiErrorAsync(HttpStatusCode.UnsupportedMediaType, "invalid_request_error", "encoding_unsupported", param: null);
    }

    [Fact]
    public async Task Request_WithoutKeyOrWithAWrongOne_IsInvalidApiKey()
    {
        await using var locked = await TestApi.StartAsync($"--Api:Keys={Key}");
        foreach (var path in new[] { Chat, Responses, "/v1/embeddings", Speech, "/v1/audio/transcriptions" })
        {
            using var without = await locked.Client.PostBodyAsync(path, "{}");
            await without.ShouldBeOpenAiErrorAsync(HttpStatusCode.Unauthorized, "authentication_error", "invalid_api_key", param: null);
        }

        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/v1/models");
        wrong.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "otra-clave-de-prueba-larga");
        using var refused = await locked.Client.SendAsync(wrong);
        await refused.ShouldBeOpenAiErrorAsync(HttpStatusCode.Unauthorized, "authentication_error", "invalid_api_key", param: null);

        locked.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var open = await locked.Client.GetAsync("/v1/models");
        open.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Request_FromAForeignPageOrPastTheLimit_HasTheEnvelope()
    {
        await using var limited = await TestApi.StartAsync("--RateLimit:PerMinute=1");
        using var page = new HttpRequestMessage(HttpMethod.Get, "/v1/models");
        page.Headers.Add("Origin", "https://otra.example");
        using var foreign = await limited.Client.SendAsync(page);
        using var first = await limited.Client.GetAsync("/v1/models");
        using var second = await limited.Client.GetAsync("/v1/models");

        await foreign.ShouldBeOpenAiErrorAsync(HttpStatusCode.Forbidden, "permission_error", "origin_forbidden", param: null);
        first.StatusCode.Should().Be(HttpStatusCode.OK);
        await second.ShouldBeOpenAiErrorAsync(HttpStatusCode.TooManyRequests, "rate_limit_error", "rate_limit_exceeded", param: null);
        second.Headers.RetryAfter.Should().NotBeNull();
    }

    [Theory]
    [InlineData(2_000_000)]
    [InlineData(10_000_000)]
    public async Task Client_BodyOverTheLimit_IsToldSo(int characters)
    {
        var body = new { model = "azusena", messages = OpenAiClient.Asking("") };

        var error = (await OpenAiClient.CallAsync(api.Api, "chat", body, characters: characters))[0].GetProperty("error");

        error.GetProperty("status").GetInt32().Should().Be(413);
        error.Text("code").Should().Be("request_too_large");
    }

    [Fact]
    public async Task Client_BadRequest_ThrowsItsOwnKindOfError()
    {
        var error = (await OpenAiClient.CallAsync(api.Api, "chat", new { model = "gpt-4o", messages = OpenAiClient.Asking("hola") }))[0].GetProperty("error");

        error.Text("kind").Should().Be("NotFoundError");
        error.Text("code").Should().Be("model_not_found");
        error.Text("param").Should().Be("model");
        error.Text("message").Should().Contain("azusena-extractivo");
    }
}
