using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Docs;

[Collection(CorpusApiGroup.Name)]
public sealed partial class DocsTests(CorpusApi api)
{
    [Theory]
    [InlineData("/azusena_api/query/text", "post")]
    [InlineData("/azusena_api/query/stream", "post")]
    [InlineData("/azusena_api/passages/{id}", "get")]
    [InlineData("/azusena_api/conversations", "post")]
    [InlineData("/azusena_api/conversations/{id}", "get")]
    [InlineData("/azusena_api/conversations/{id}", "patch")]
    [InlineData("/azusena_api/conversations/{id}", "delete")]
    [InlineData("/azusena_api/conversations/{id}/export", "get")]
    [InlineData("/health", "get")]
    [InlineData("/health/ready", "get")]
    public async Task OpenApi_EveryPath_IsDescribed(string path, string method)
    {
        var document = await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);
        operation.Text("summary").Should().NotBeEmpty();
        operation.GetProperty("responses").EnumerateObject().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/azusena_api/query/text")]
    [InlineData("/azusena_api/query/stream")]
    public async Task OpenApi_Questions_HaveTheirBodyDescribed(string path)
    {
        var document = await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var schema = document.GetProperty("paths").GetProperty(path).GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(document, (element, name) => element.GetProperty(name));
        }

        schema.GetProperty("properties").EnumerateObject().Select(property => property.Name)
            .Should().BeEquivalentTo("query", "conversation_id", "max_docs", "prompt_variant", "resumable");
    }

    [Fact]
    public async Task OpenApi_Answer_HasItsShapeDescribed()
    {
        var document = await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var schemas = document.GetProperty("components").GetProperty("schemas");
        var fields = schemas.GetProperty("Answer").GetProperty("properties");
        foreach (var field in new[] { "completeness", "lead", "more" })
        {
            fields.GetProperty(field).Text("description").Should().NotBeEmpty();
        }

        schemas.GetProperty("Completeness").GetProperty("enum").EnumerateArray().Select(name => name.GetString())
            .Should().Equal("complete", "partial", "none");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/docs/")]
    public async Task Page_EverythingItNames_ComesFromTheServiceItself(string path)
    {
        using var page = await api.Client.GetAsync(path);
        var html = await page.Content.ReadAsStringAsync();

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        var names = References().Matches(html).Select(match => match.Groups["url"].Value).Where(url => !url.StartsWith("data:", StringComparison.Ordinal))
            .ToList();
        names.Should().NotBeEmpty();
        foreach (var name in names)
        {
            var address = new Uri(page.RequestMessage!.RequestUri!, name);
            address.Authority.Should().Be(api.Api.Address.Authority, name);
            using var asset = await api.Client.GetAsync(address);
            asset.StatusCode.Should().BeOneOf([HttpStatusCode.OK], name);
        }
    }

    [Fact]
    public async Task Page_Root_HasNoScriptOrStyleOfItsOwn()
    {
        var html = await api.Client.GetStringAsync("/");

        html.Should().Contain("<html lang=\"es\">");
        html.Should().NotContainAny("<style", "style=", "onclick", "javascript:", "//");
        html.Split("<script").Skip(1).Should().OnlyContain(script => script.Contains(" src=\"/assets/") && script.Contains("></script>"));
    }

    [GeneratedRegex("""(?:src|href)\s*=\s*["'](?<url>[^"'#]+)["']""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex References();
}
