using System.Collections.Concurrent;
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

    private static readonly ParallelOptions Two = new() { MaxDegreeOfParallelism = 2 };

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
        ["calendar_is_working_day"] = ["date=2026-07-20"],
        ["calendar_next_holiday"] = [],
        ["calendar_next_monday_holiday"] = [],
        ["calendar_holidays_left"] = [],
        ["calendar_holidays_between"] = ["start=2026-07-01", "end=2026-07-31"],
        ["calendar_days_between"] = ["start=2026-07-20", "end=2026-07-31"],
        ["calendar_add_days"] = ["days=30", "date=2026-07-20"],
        ["documents_list"] = [],
        ["documents_about"] = ["topic=biblioteca"],
        ["documents_date_of"] = ["title=biblioteca"],
        ["documents_of_year"] = ["year=2026"],
        ["documents_newest"] = [],
        ["sena_apprentice_quota"] = ["workers=80"],
        ["sena_monetization"] = ["apprentices=2", "year=2025"],
        ["sena_sustenance"] = ["stage=lectiva", "year=2025"],
        ["sena_minimum_wage"] = ["year=2025"],
        ["sena_transport_allowance"] = ["year=2025"],
        ["sena_training_level"] = ["level=técnico"],
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
    public async Task Inspector_OverHttp_ListsAndCalls()
    {
        var address = new Uri(api.Api.Address, "mcp").ToString();
        var listed = await InspectAsync([address], null, "tools/list");
        var found = await InspectAsync([address], null, "tools/call", "search", Arguments["search"]);
        var passage = found.GetProperty("structuredContent").GetProperty("passages")[0].Text("passage_id");
        var opened = await InspectAsync([address], null, "tools/call", "get_passage", $"id={passage}");
        var answered = await InspectAsync([address], null, "tools/call", "ask", Arguments["ask"]);
        var documents = await InspectAsync([address], null, "tools/call", "list_documents", Arguments["list_documents"]);

        NamesOf(listed).Should().BeEquivalentTo(Arguments.Keys.Append("get_passage"));
        opened.GetProperty("structuredContent").Text("passage_id").Should().Be(passage);
        answered.GetProperty("structuredContent").Text("answer").Should().Contain("contrato");
        documents.GetProperty("structuredContent").GetProperty("total").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Inspector_OverStdio_ListsAndCallsEachTool()
    {
        using var server = new StdioServer();
        var environment = server.Environment;
        var listed = await InspectAsync(StdioServer.CommandLine, environment, "tools/list");
        var answered = await InspectAsync(StdioServer.CommandLine, environment, "tools/call", "ask", "question=¿Cuándo abre la biblioteca?");
        var passage = answered.GetProperty("structuredContent").GetProperty("citations")[0].Text("passage_id");
        var results = new ConcurrentDictionary<string, JsonElement>(StringComparer.Ordinal) { ["ask"] = answered };

        // Each call starts a client, and the client a server.
        await Parallel.ForEachAsync(NamesOf(listed).Except(["ask"], StringComparer.Ordinal), Two, async (tool, _) =>
        {
            var arguments = tool switch { "get_passage" => [$"id={passage}"], "search" => ["query=biblioteca"], "list_documents" => [], _ => Arguments[tool] };
            results[tool] = await InspectAsync(StdioServer.CommandLine, environment, "tools/call", tool, arguments);
        });

        results.Keys.Should().BeEquivalentTo(Arguments.Keys.Append("get_passage"));
        foreach (var (tool, result) in results)
        {
            result.TryGetProperty("isError", out var failed).Should().Be(failed.ValueKind == JsonValueKind.False, $"{tool} gave {result}");
            result.GetProperty("structuredContent").ValueKind.Should().Be(JsonValueKind.Object, tool);
        }

        results["search"].GetProperty("structuredContent").GetProperty("passages")[0].Text("passage_id").Should().Be(passage);
        results["get_passage"].GetProperty("structuredContent").Text("text").Should().Contain("ocho de la mañana");
        results["list_documents"].GetProperty("structuredContent").GetProperty("total").GetInt32().Should().Be(1);
        results["calendar_is_holiday"].GetProperty("structuredContent").Text("result").Should().Contain("Independencia");
    }

    private static IEnumerable<string> NamesOf(JsonElement listed) => listed.GetProperty("tools").EnumerateArray().Select(tool => tool.Text("name"));

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
