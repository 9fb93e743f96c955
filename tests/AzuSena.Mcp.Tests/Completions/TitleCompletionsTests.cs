using AzuSena.Mcp.Support;
using AzuSena.Spanish;
using ModelContextProtocol.Protocol;

namespace AzuSena.Mcp.Completions;

/// <summary>What a person is offered while typing.</summary>
[Collection(McpApiGroup.Name)]
public sealed class TitleCompletionsTests(McpApi api)
{
    private static readonly Reference Title = new ResourceTemplateReference { Uri = "azusena://titles/{title}" };

    [Theory]
    [MemberData(nameof(McpApi.Revisions), MemberType = typeof(McpApi))]
    public async Task Complete_PartOfATitleWithoutAccents_GivesTitlesThatBeginSoFirst(string revision)
    {
        await using var client = await api.ConnectAsync(revision);

        var some = (await client.CompleteAsync(Title, "title", "FORMACION")).Completion;

        some.Values.Should().NotBeEmpty().And.OnlyContain(title => title.Contains("ormación"));
        some.Values.Select(title => title.StartsWith("Formación", StringComparison.Ordinal)).Should().BeInDescendingOrder();
        some.Total.Should().Be(some.Values.Count);
    }

    [Fact]
    public async Task Complete_PathQuestionAndUnknown_EachFromItsOwnList()
    {
        await using var client = await api.ConnectAsync();
        var path = new ResourceTemplateReference { Uri = "azusena://documents/{+path}" };
        var prompt = new PromptReference { Name = "Answering/AnswerQuestion" };

        (await client.CompleteAsync(path, "path", "contrato")).Completion.Values.Should().NotBeEmpty().And.OnlyContain(value => value.EndsWith(".md"));
        (await client.CompleteAsync(prompt, "question", "que es")).Completion.Values.Should().NotBeEmpty().And
            .OnlyContain(value => SpanishAnalyzer.Fold(value).Contains("que es"));
        (await client.CompleteAsync(prompt, "history", "a")).Completion.Values.Should().BeEmpty();
        (await client.CompleteAsync(Title, "title", "zzzz")).Completion.Values.Should().BeEmpty();
    }
}
