using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Docs;

/// <summary>The description of the API is whole and without mistakes.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class OpenApiTests(CorpusApi api)
{
    private static readonly string[] Errors = ["400", "401", "403", "429", "500", "503", "504"];
    private static readonly string[] BodyErrors = ["413", "415"];

    [Fact]
    public async Task Description_Linter_FindsNothing()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("openapi.json", await api.Client.GetStringAsync("/openapi/v1.json"));
        var linter = Path.Combine(NodeScript.Folder, "node_modules", "@redocly", "cli", "bin", "cli.js");
        File.Exists(linter).Should().BeTrue("the JavaScript packages must be installed: run ./azusena test, which installs them");

        var run = await ProcessRun.OfAsync(
            "node", [linter, "lint", file, "--config", Path.Combine(NodeScript.Folder, "redocly.yaml"), "--format", "stylish"],
            ("REDOCLY_TELEMETRY", "off"), ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"), ("CI", "true"));

        run.ExitCode.Should().Be(0, run.Output + run.Error);
    }

    [Fact]
    public async Task Description_EveryOperation_HasItsErrorsAndASummary()
    {
        foreach (var (path, method, operation) in await OperationsAsync())
        {
            var name = $"{method} {path}";
            operation.Text("summary").Should().NotBeEmpty(name);
            operation.Text("operationId").Should().NotBeEmpty(name);
            if (path.StartsWith("/health", StringComparison.Ordinal))
            {
                operation.GetProperty("security").GetArrayLength().Should().Be(0, "health needs no key");
                continue;
            }

            var form = path.StartsWith("/v1", StringComparison.Ordinal) ? "application/json" : "application/problem+json";
            foreach (var status in operation.TryGetProperty("requestBody", out _) ? [.. Errors, .. BodyErrors] : Errors)
            {
                operation.GetProperty("responses").GetProperty(status).GetProperty("content").TryGetProperty(form, out _).Should().BeTrue($"{name} {status}");
            }
        }
    }

    [Fact]
    public async Task Description_EveryBody_HasAnExample()
    {
        foreach (var (path, method, operation) in (await OperationsAsync()).Where(it => it.Operation.TryGetProperty("requestBody", out _)))
        {
            operation.GetProperty("requestBody").GetProperty("content").EnumerateObject()
                .All(body => body.Value.TryGetProperty("examples", out var examples) && examples.EnumerateObject().Any()).Should().BeTrue($"{method} {path}");
        }
    }

    [Fact]
    public async Task Description_Trace_HasTheNamesThatTravel()
    {
        var id = (await api.Client.AskAsync("¿Qué es SENNOVA?")).Text("question_id");
        var trace = await api.Client.GetFromJsonAsync<JsonElement>($"/azusena_api/questions/{id}/trace");
        var schemas = (await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        NamesOf("TraceOutcome").Should().Contain(trace.Text("outcome"));
        foreach (var candidate in trace.GetProperty("retrieval").GetProperty("candidates").EnumerateArray())
        {
            NamesOf("CandidateSource").Should().Contain(candidate.Text("found_by"));
            NamesOf("CandidateFate").Should().Contain(candidate.Text("fate"));
        }

        schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.GetString() == "integer").Should().BeEmpty("a schema of its own that is a bare number is a list of names that was not described");

        IEnumerable<string?> NamesOf(string schema) => schemas.GetProperty(schema).GetProperty("enum").EnumerateArray().Select(name => name.GetString());
    }

    [Fact]
    public async Task Description_Keys_AreASecurityScheme()
    {
        var document = await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        schemes.GetProperty("ApiKey").Text("name").Should().Be("X-Api-Key");
        schemes.GetProperty("Bearer").Text("scheme").Should().Be("bearer");
        document.GetProperty("security").EnumerateArray().SelectMany(needed => needed.EnumerateObject()).Select(needed => needed.Name)
            .Should().Equal("ApiKey", "Bearer");
    }

    [Theory]
    [InlineData("/azusena_api/query/stream")]
    [InlineData("/azusena_api/questions/{id}/events")]
    [InlineData("/v1/chat/completions")]
    [InlineData("/v1/responses")]
    public async Task Description_Streams_HaveTheirEvents(string path)
    {
        var (_, _, operation) = (await OperationsAsync()).Single(it => it.Path == path);

        operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("text/event-stream").GetProperty("schema")
            .Text("$ref").Should().NotBeEmpty();
    }

    private async Task<List<(string Path, string Method, JsonElement Operation)>> OperationsAsync() =>
        [.. (await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Name, operation.Value)))];
}
