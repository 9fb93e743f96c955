using System.Net;
using System.Text;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Errors;

/// <summary>Error messages in the language that the request accepts; the codes stay the same.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class RequestLanguageTests(CorpusApi api)
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9,es;q=0.5", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("fr, en;q=0.3", "en")]
    [InlineData("es-CO,es;q=0.9,en;q=0.8", "es")]
    [InlineData("fr", "es")]
    [InlineData("*", "es")]
    [InlineData("en;q=0", "es")]
    [InlineData("en;;;q=x", "es")]
    [InlineData(null, "es")]
    public async Task Error_AcceptLanguage_DecidesTheMessage(string? accepted, string language)
    {
        foreach (var path in new[] { Asking.TextPath, "/v1/chat/completions" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{", Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
            using var response = await api.Client.SendAsync(request);
            var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
            var (code, message) = body.TryGetProperty("error", out var error)
                ? (error.Text("code"), error.Text("message"))
                : (body.Text("code"), body.Text("detail"));

            code.Should().Be("request_invalid");
            message.Should().Contain(language == "en" ? "The " : "solicitud");
            response.Content.Headers.ContentLanguage.Should().Equal(language);
            response.Headers.Vary.Should().Contain("Accept-Language");
        }
    }

    [Theory]
    [InlineData("""{"question": "¿Qué es el SENA?"}""", "envía `query`; llegó `question`")]
    [InlineData("""{"conversation_id": "x", "pregunta": "¿Qué es el SENA?"}""", "envía `query`; llegó `pregunta`")]
    public async Task Ask_QuestionUnderAnotherName_NamesBoth(string body, string told)
    {
        foreach (var path in new[] { Asking.TextPath, Asking.StreamPath })
        {
            using var response = await api.Client.PostBodyAsync(path, body);

            await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "question_invalid");
            var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
            problem.Text("detail").Should().Contain(told);
            problem.Text("field").Should().Be("query");
        }
    }

    [Fact]
    public async Task Request_ForeignHost_NamesIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = "azusena.example" } };
        using var response = await api.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "host_forbidden");
        (await response.Content.ReadAsStringAsync()).Should().Contain("«azusena.example»").And.Contain("AllowedHosts");
    }
}
