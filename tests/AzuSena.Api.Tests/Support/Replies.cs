using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AzuSena.Errors;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Support;

/// <summary>What must hold of replies.</summary>
internal static partial class Replies
{
    /// <summary>The reply is problem details with this status and code, a Spanish text and nothing of our insides.</summary>
    public static async Task ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, body);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonSerializer.Deserialize<JsonElement>(body);
        problem.GetProperty("status").GetInt32().Should().Be((int)status);
        problem.Text("code").Should().Be(code);
        problem.Text("title").Should().Be(ErrorCodeNames.Parse(code).Message());
        problem.Text("detail").Should().NotBeNullOrWhiteSpace();
        body.ShouldHoldNothingOfOurs();
    }

    /// <summary>The text names no exception, no line of code, no namespace and no folder.</summary>
    public static void ShouldHoldNothingOfOurs(this string text)
    {
        Insides().Match(text).Value.Should().BeEmpty();
        text.Should().NotContain(Repository.Root).And.NotContain(Path.GetTempPath());
    }

    [GeneratedRegex(@"Exception|^\s+at \w|\.cs\b|\.dll\b|\b(System|Microsoft|AzuSena)\.[A-Z]|SQLite|fts5|stack",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Insides();
}
