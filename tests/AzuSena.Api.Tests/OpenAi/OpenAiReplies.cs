using System.Net;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>What must hold of errors below <c>/v1</c>.</summary>
internal static class OpenAiReplies
{
    private static readonly string[] Members = ["message", "type", "param", "code"];

    /// <summary>The reply is OpenAI's envelope with these values and nothing of our insides; gives the error.</summary>
    public static async Task<JsonElement> ShouldBeOpenAiErrorAsync(
        this HttpResponseMessage response, HttpStatusCode status, string type, string code, string? param)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, body);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        var error = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error");
        error.EnumerateObject().Select(member => member.Name).Should().Equal(Members);
        error.Text("type").Should().Be(type);
        error.Text("code").Should().Be(code);
        error.GetProperty("param").GetString().Should().Be(param);
        error.Text("message").Should().NotBeNullOrWhiteSpace();
        body.ShouldHoldNothingOfOurs();
        return error;
    }
}
