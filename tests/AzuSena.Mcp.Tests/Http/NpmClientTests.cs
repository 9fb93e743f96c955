using System.Text.Json;
using AzuSena.Mcp.Support;
using AzuSena.Testing;

namespace AzuSena.Mcp.Http;

/// <summary>The clients of npm, over HTTP and over standard input and output: the SDK, which checks results against the schemas, and the inspector.</summary>
[Collection(McpApiGroup.Name)]
[Trait("Category", "Slow")]
public sealed class NpmClientTests(McpApi api)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";

    // Each tool with arguments that it accepts.
    private static readonly Dictionary<string, string[]> Arguments = new(StringComparer.Ordinal)
    {
        ["ask"] = [$"question={Question}"],
        ["search"] = ["query=contrato de aprendizaje", "max_docs=2"],
        ["list_documents"] = ["title=contrato"],
        ["calendar_today"] = [],
        ["calendar_day_of_week"] = ["date=2026-07-20"],
        ["calendar_days_until"] = ["date=2026-07-20"],
        ["calendar_is_holiday"] = ["date=2026-07-20"],
        ["calendar_holidays"] = ["year=2026"],
        ["calendar_working_days_between"] = ["start=2026-07-20", "end=2026-07-31"],
        ["calendar_add_working_days"] = ["date=2026-07-20", "days=10"],
        ["sena_list_training_levels"] = [],
        ["sena_list_modalities"] = [],
        ["sena_list_services"] = [],
        ["sena_list_portals"] = [],
        ["sena_list_regionales"] = [],
        ["sena_find_regional"] = ["place=Medellín"],
    };

    [Fact]
    public async Task Sdk_OverHttp_DoesEverything() => Hold(await Node.SdkAsync(["http", api.Api.Address.ToString(), Question]), "contrato");

    [Fact]
    public async Task Sdk_OverStdio_DoesEverything()
    {
        using var server = new StdioServer();
        Hold(await Node.SdkAsync(["stdio", "¿Cuándo abre la biblioteca?", .. StdioServer.CommandLine], server.Environment), "biblioteca");
    }

    [Fact]
    public async Task Inspector_OverHttp_ListsAndCallsEachTool()
    {
        var address = new Uri(api.Api.Address, "mcp").ToString();
        var listed = await InspectAsync([address], null, "tools/list");
        var found = await InspectAsync([address], null, "tools/call", "search", "query=contrato");
        var passage = found.GetProperty("structuredContent").GetProperty("passages")[0].Text("passage_id");

        foreach (var tool in listed.GetProperty("tools").EnumerateArray().Select(tool => tool.Text("name")))
        {
            var result = await InspectAsync([address], null, "tools/call", tool, tool == "get_passage" ? [$"id={passage}"] : Arguments[tool]);
            result.TryGetProperty("isError", out var failed).Should().Be(failed.ValueKind == JsonValueKind.False, $"{tool} gave {result}");
            result.GetProperty("structuredContent").ValueKind.Should().Be(JsonValueKind.Object);
        }
    }

    [Fact]
    public async Task Inspector_OverStdio_ListsAndCalls()
    {
        using var server = new StdioServer();
        var listed = await InspectAsync(StdioServer.CommandLine, server.Environment, "tools/list");
        var answered = await InspectAsync(StdioServer.CommandLine, server.Environment, "tools/call", "ask", "question=¿Cuándo abre la biblioteca?");
        var passage = answered.GetProperty("structuredContent").GetProperty("citations")[0].Text("passage_id");
        var found = await InspectAsync(StdioServer.CommandLine, server.Environment, "tools/call", "search", "query=biblioteca");
        var opened = await InspectAsync(StdioServer.CommandLine, server.Environment, "tools/call", "get_passage", $"id={passage}");
        var documents = await InspectAsync(StdioServer.CommandLine, server.Environment, "tools/call", "list_documents");
        var holiday = await InspectAsync(StdioServer.CommandLine, server.Environment, "tools/call", "calendar_is_holiday", "date=2026-07-20");

        listed.GetProperty("tools").EnumerateArray().Select(tool => tool.Text("name"))
            .Should().BeEquivalentTo(Arguments.Keys.Append("get_passage"));
        found.GetProperty("structuredContent").GetProperty("passages")[0].Text("passage_id").Should().Be(passage);
        opened.GetProperty("structuredContent").Text("text").Should().Contain("ocho de la mañana");
        documents.GetProperty("structuredContent").GetProperty("total").GetInt32().Should().Be(1);
        holiday.GetProperty("structuredContent").Text("result").Should().Contain("Independencia");
    }

    private static async Task<JsonElement> InspectAsync(
        IReadOnlyList<string> server, Dictionary<string, string>? environment, string method, string? tool = null, params string[] arguments)
    {
        string[] call = tool is null
            ? ["--method", method]
            : ["--method", method, "--tool-name", tool, .. arguments.SelectMany(pair => new[] { "--tool-arg", pair })];
        var run = await Node.InspectorAsync(server, call, environment);
        run.ExitCode.Should().Be(0, $"{tool ?? method}: {run.Output}{run.Error}");
        return JsonSerializer.Deserialize<JsonElement>(run.Output);
    }

    private static void Hold(ProcessRun run, string word)
    {
        run.ExitCode.Should().Be(0, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .ToDictionary(line => line.Text("what"), line => line.GetProperty("body"), StringComparer.Ordinal);
        lines["tools"].EnumerateArray().Select(name => name.GetString()).Should().Contain(["ask", "search", "get_passage", "list_documents"]);
        lines["ask"].GetProperty("structuredContent").Text("answer").Should().Contain(word);
        lines["progress"].GetInt32().Should().BeGreaterThan(3);
        lines["refused"].GetProperty("isError").GetBoolean().Should().BeTrue();
        lines["refused"].GetProperty("_meta").Text("code").Should().Be("question_invalid");
        lines["holiday"].GetProperty("structuredContent").Text("result").Should().Contain("Independencia");
        lines["resource"].GetProperty("contents")[0].Text("uri").Should().StartWith("azusena://passages/");
        lines["prompt"].GetProperty("messages")[1].GetProperty("content").Text("text").Should().Contain(word);
        lines["completion"].GetProperty("completion").GetProperty("values").GetArrayLength().Should().BePositive();
    }
}
