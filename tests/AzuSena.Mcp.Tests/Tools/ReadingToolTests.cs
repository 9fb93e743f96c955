using AzuSena.Mcp.Support;

namespace AzuSena.Mcp.Tools;

/// <summary>The tools that answer nothing but show the documents.</summary>
[Collection(McpApiGroup.Name)]
public sealed class ReadingToolTests(McpApi api)
{
    [Theory]
    [MemberData(nameof(McpApi.Revisions), MemberType = typeof(McpApi))]
    public async Task Search_Question_GivesPassagesThatCanBeOpened(string revision)
    {
        await using var client = await api.ConnectAsync(revision);

        var found = (await client.CallAsync("search", new { query = "contrato de aprendizaje", max_docs = 3 })).Structured().GetProperty("passages");

        found.GetArrayLength().Should().Be(3);
        found[0].Text("text").Should().Contain("contrato de aprendizaje");
        var opened = (await client.CallAsync("get_passage", new { id = found[0].Text("passage_id") })).Structured();
        opened.Text("text").Should().Be(found[0].Text("text"));
        opened.GetProperty("document").Text("title").Should().Be(found[0].GetProperty("document").Text("title"));
    }

    [Fact]
    public async Task Search_DatesAndTopics_NarrowIt()
    {
        await using var client = await api.ConnectAsync();

        var none = (await client.CallAsync("search", new { query = "contrato de aprendizaje", topics = new[] { "astronomía" } })).Structured();
        var bad = await client.CallAsync("search", new { query = "contrato", from = "ayer" });

        none.GetProperty("passages").GetArrayLength().Should().Be(0);
        bad.Code().Should().Be("request_invalid");
        bad.Text().Should().Contain("«from» debe ser una fecha");
    }

    [Fact]
    public async Task GetPassage_UnknownId_SaysSo()
    {
        await using var client = await api.ConnectAsync();

        (await client.CallAsync("get_passage", new { id = "no-existe" })).Code().Should().Be("passage_not_found");
    }

    [Fact]
    public async Task ListDocuments_TitleWithoutAccents_FindsIt()
    {
        await using var client = await api.ConnectAsync();

        var all = (await client.CallAsync("list_documents")).Structured();
        var some = (await client.CallAsync("list_documents", new { title = "FORMACION" })).Structured();

        all.GetProperty("total").GetInt32().Should().BeGreaterThan(80);
        all.GetProperty("documents").EnumerateArray().Select(document => document.Text("title")).Should().BeInAscendingOrder(StringComparer.Ordinal);
        some.GetProperty("total").GetInt32().Should().BeInRange(1, all.GetProperty("total").GetInt32() - 1);
        some.GetProperty("documents").EnumerateArray().Should().OnlyContain(document => document.Text("title").Contains("ormación"));
        (await client.CallAsync("list_documents", new { cursor = "x" })).Code().Should().Be("request_invalid");
    }
}
