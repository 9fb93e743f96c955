using AzuSena.Mcp.Support;
using AzuSena.Testing;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace AzuSena.Mcp.Resources;

/// <summary>Documents and passages as resources.</summary>
[Collection(McpApiGroup.Name)]
public sealed class DocumentResourcesTests(McpApi api)
{
    [Theory]
    [MemberData(nameof(McpApi.Revisions), MemberType = typeof(McpApi))]
    public async Task List_Documents_EachCanBeReadAsItsPassages(string revision)
    {
        await using var client = await api.ConnectAsync(revision);

        var documents = await client.ListResourcesAsync();

        documents.Should().HaveCountGreaterThan(80).And.OnlyHaveUniqueItems(document => document.Uri);
        foreach (var document in documents.Take(10))
        {
            var contents = (await client.ReadResourceAsync(document.Uri)).Contents.Cast<TextResourceContents>().ToList();
            contents.Should().NotBeEmpty().And.OnlyContain(content => content.Text.StartsWith(document.Title!));
            var passage = (await client.ReadResourceAsync(contents[0].Uri)).Contents.Cast<TextResourceContents>().Single();
            passage.Text.Should().Be(contents[0].Text);
        }
    }

    [Fact]
    public async Task List_MoreDocumentsThanAPage_AreAllThereOnce()
    {
        using var folder = new TemporaryFolder();
        foreach (var number in Enumerable.Range(1, 230))
        {
            folder.Write(
                $"corpus/carpeta con espacio/año {number}.md",
                $"---\ntitulo: Documento {number:000}\n---\nEl documento {number} habla de la biblioteca.\n");
        }

        await using var service = TestApi.Build(corpus: folder.Combine("corpus"));
        await service.StartAsync();
        await service.Indexed;
        await using var client = await McpApi.ConnectAsync(service);

        var documents = await client.ListResourcesAsync();

        documents.Select(document => document.Title).Should().Equal(Enumerable.Range(1, 230).Select(number => $"Documento {number:000}"));
        var content = (TextResourceContents)(await client.ReadResourceAsync(documents[6].Uri)).Contents.Single();
        content.Text.Should().EndWith("El documento 7 habla de la biblioteca.");
    }

    [Fact]
    public async Task Read_TitleWithoutAccents_IsTheDocument()
    {
        await using var client = await api.ConnectAsync();
        var document = (await client.ListResourcesAsync()).First(document => document.Title!.Contains("ormación"));

        var templates = await client.ListResourceTemplatesAsync();
        var byTitle = await client.ReadResourceAsync(
            "azusena://titles/{title}",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = document.Title!.ToUpperInvariant().Replace('Ó', 'O') });

        templates.Select(template => template.UriTemplate)
            .Should().Equal("azusena://passages/{id}", "azusena://documents/{+path}", "azusena://titles/{title}");
        byTitle.Contents.Select(content => content.Uri)
            .Should().Equal((await client.ReadResourceAsync(document.Uri)).Contents.Select(content => content.Uri));
    }

    [Theory]
    [InlineData("azusena://passages/no-existe", "passage_not_found", "pasaje")]
    [InlineData("azusena://documents/no/existe.md", "not_found", "No hay ningún documento")]
    [InlineData("azusena://documents/..%2F..%2Fetc%2Fpasswd", "not_found", "No hay ningún documento")]
    [InlineData("file:///etc/passwd", "not_found", "No hay ningún documento")]
    public async Task Read_WhatIsNotThere_FailsWithTheCodeInSpanish(string uri, string code, string message)
    {
        await using var client = await api.ConnectAsync();

        var failure = (await client.Awaiting(it => it.ReadResourceAsync(uri).AsTask()).Should().ThrowAsync<McpProtocolException>()).Which;

        failure.Message.Should().Contain(message);
        failure.Data["code"]!.ToString().Should().Be(code);
    }
}
