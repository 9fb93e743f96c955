using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Health;
using AzuSena.Api.Tests.Support;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Storage;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_AfterIndexing_TellsWhatCanBeAskedAbout()
    {
        await using var api = await TestApi.StartAsync();
        using var response = await api.Client.GetAsync("/health/ready");
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        body.Text("status").Should().Be("ready");
        body.Text("mode").Should().Be("extractive");
        body.GetProperty("generation").GetInt64().Should().Be(1);
        body.GetProperty("documents").GetInt32().Should().Be(2);
        body.GetProperty("passages").GetInt32().Should().BeGreaterThanOrEqualTo(2);
        body.GetProperty("skipped_files").GetInt32().Should().Be(0);
        body.TryGetProperty("indexing", out _).Should().BeFalse("no run is on");
    }

    [Fact]
    public async Task Ready_UnreadableFile_IsCounted()
    {
        using var corpus = new TemporaryFolder();
        corpus.Write("bueno.md", "---\ntitulo: Bueno\n---\nTexto del documento bueno.\n");
        corpus.Write("malo.md", "\n");
        await using var api = TestApi.Build(corpus: corpus.Path);
        await api.StartAsync();
        await api.Indexed;

        var body = await api.Client.GetFromJsonAsync<JsonElement>("/health/ready");
        body.GetProperty("documents").GetInt32().Should().Be(1);
        body.GetProperty("skipped_files").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Ready_FirstIndexingNotFinished_IsUnavailableAndQuestionsAreRefused()
    {
        await using var api = TestApi.Build();
        using (api.Get<PassageStore>().Write())
        {
            await api.StartAsync();

            using var ready = await api.Client.GetAsync("/health/ready");
            ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            (await ready.Content.ReadFromJsonAsync<JsonElement>()).Text("status").Should().Be("indexing");
            (await api.Client.GetFromJsonAsync<JsonElement>("/health")).Text("status").Should().Be("ok");
            using var answer = await api.Client.PostBodyAsync(Asking.TextPath, """{"query": "¿Cuándo abre la biblioteca?"}""");
            await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "index_not_ready");
            await using var client = await ChatClient.ConnectAsync(api);
            await client.SendQueryAsync("¿Cuándo abre la biblioteca?");
            (await client.NextAsync()).Body.Text("code").Should().Be("index_not_ready");
        }

        await api.Indexed;
        using var later = await api.Client.GetAsync("/health/ready");
        later.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ask_WhileIndexingAgain_IsAnsweredFromTheLastIndex()
    {
        using var folders = new TemporaryFolder();
        folders.Write("corpus/horario.md", "---\ntitulo: Horario de la biblioteca\n---\nLa biblioteca abre a las ocho.\n");
        await using (var first = Build())
        {
            await first.StartAsync();
            await first.Indexed;
        }

        folders.Write("corpus/horario.md", "---\ntitulo: Horario de la biblioteca\n---\nLa biblioteca abre a las nueve.\n");
        await using var second = Build();
        using (second.Get<PassageStore>().Write())
        {
            await second.StartAsync();
            (await second.Client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("generation").GetInt64().Should().Be(1);
            (await AnswerAsync()).Should().Contain("a las ocho");
        }

        await second.Indexed;
        (await second.Client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("generation").GetInt64().Should().Be(2);
        (await AnswerAsync()).Should().Contain("a las nueve");

        TestApi Build() => TestApi.Build(
            corpus: folders.Combine("corpus"),
            settings: [$"--Memory:DataDirectory={folders.Combine("data")}", "--Answering:AbstainBelow=0"]);
        async Task<string> AnswerAsync() => (await second.Client.AskAsync("¿A qué hora abre la biblioteca?")).Text("response");
    }

    [Fact]
    public async Task Ready_WhileIndexing_TellsHowFarItIs()
    {
        await using var api = TestApi.Build();
        using (api.Get<PassageStore>().Write())
        {
            await api.StartAsync();
            api.Get<IndexingStatus>().Report(new IndexProgress(IndexStage.Reading, 3, 9, "x.md"));
            using var ready = await api.Client.GetAsync("/health/ready");

            var progress = (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("indexing");
            progress.GetProperty("done").GetInt32().Should().Be(3);
            progress.GetProperty("total").GetInt32().Should().Be(9);
        }

        await api.Indexed;
    }
}
