using System.Text.Json;
using AzuSena.Mcp.Support;

namespace AzuSena.Mcp.Tools;

/// <summary>What tools there are, and those that plugins offer.</summary>
[Collection(McpApiGroup.Name)]
public sealed class ToolCatalogTests(McpApi api)
{
    [Theory]
    [MemberData(nameof(McpApi.Revisions), MemberType = typeof(McpApi))]
    public async Task List_EachTool_DescribesItselfInSpanishWithSchemas(string revision)
    {
        await using var client = await api.ConnectAsync(revision);

        var tools = await client.ListToolsAsync();

        tools.Select(tool => tool.Name).Should().Contain(["ask", "search", "get_passage", "list_documents", "calendar_is_holiday", "sena_find_regional"]);
        tools.Select(tool => tool.Name).Should().NotContain(name => name.StartsWith("memory_"), "search and get_passage are the server's own");
        tools.Should().OnlyContain(tool => tool.Description.Length > 0 && tool.ReturnJsonSchema != null);
        var ask = tools.Single(tool => tool.Name == "ask");
        ask.JsonSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Should().Equal("question");
        ask.JsonSchema.GetProperty("properties").GetProperty("question").Text("description").Should().StartWith("La pregunta");
        ask.ReturnJsonSchema!.Value.GetProperty("properties").EnumerateObject().Select(property => property.Name)
            .Should().Contain(["answer", "lead", "completeness", "abstained", "citations", "more"]);
    }

    [Fact]
    public async Task Call_PluginsFunction_GivesItsResultAsTextAndStructured()
    {
        await using var client = await api.ConnectAsync();

        var holiday = await client.CallAsync("calendar_is_holiday", new { date = "2026-07-20" });
        var levels = await client.CallAsync("sena_list_training_levels");

        holiday.Text().Should().Contain("Independencia");
        holiday.Structured().Text("result").Should().Be(holiday.Text());
        levels.Structured().GetProperty("result").ValueKind.Should().Be(JsonValueKind.Array);
    }

    [Theory]
    [InlineData("calendar_is_holiday", """{}""", "Falta el argumento «date»")]
    [InlineData("calendar_is_holiday", """{"fecha": "2026-07-20"}""", "«fecha» no es un argumento; los que hay son: date")]
    [InlineData("calendar_add_working_days", """{"date": "2026-07-20", "days": "muchos"}""", "days")]
    public async Task Call_PluginsFunctionWithBadArguments_SaysWhich(string tool, string arguments, string message)
    {
        await using var client = await api.ConnectAsync();

        var result = await client.CallAsync(tool, JsonSerializer.Deserialize<JsonElement>(arguments));

        result.Code().Should().Be("request_invalid");
        result.Text().Should().Contain(message);
    }

    [Theory]
    [InlineData("no_existe")]
    [InlineData("memory_search")]
    public async Task Call_UnknownTool_NamesThoseThereAre(string tool)
    {
        await using var client = await api.ConnectAsync();

        var result = await client.CallAsync(tool);

        result.Code().Should().Be("not_found");
        result.Text().Should().Contain("ask, search");
    }
}
