using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Errors;
using AzuSena.Settings;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Api.Tests.Health;

/// <summary>A service whose database is lost while it answers makes it again by itself.</summary>
public sealed class StoreRecoveryTests : IDisposable
{
    private const string Question = "¿A qué hora abre la biblioteca?";

    private readonly TemporaryFolder _folder = new();

    public StoreRecoveryTests()
    {
        var sections = Enumerable.Range(0, 200).Select(i => $"## Sala {i}\n\nLa sala {i} de la biblioteca presta el libro {i * 7} durante el plazo {i * 3}.");
        _folder.Write("corpus/horario.md", "---\ntitulo: Horario de la biblioteca\n---\nLa biblioteca abre de lunes a viernes a las ocho de la mañana.\n");
        _folder.Write("corpus/salas.md", $"---\ntitulo: Salas\n---\n{string.Join("\n\n", sections)}\n");
    }

    public static TheoryData<string> Losses => new("damaged", "deleted", "folder deleted", "copied over", "noise");

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Ask_DatabaseLostWhileServing_IsIndexedAgain(string loss)
    {
        await using var api = await StartAsync();
        var database = api.Get<IOptions<DataOptions>>().Value.DatabasePath;

        Lose(database, loss);

        // Whoever asks meanwhile is told to wait, and nothing worse.
        using var patience = new CancellationTokenSource(TestApi.Patience);
        while (true)
        {
            using var response = await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = Question }, patience.Token);
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (response.IsSuccessStatusCode)
            {
                body.Text("response").Should().Contain("ocho de la mañana");
                break;
            }

            (response.StatusCode, body.Text("code")).Should().Be((HttpStatusCode.ServiceUnavailable, "index_not_ready"));
            response.Headers.RetryAfter!.Delta.Should().BePositive();
        }

        using var ready = await api.Client.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        api.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.Should().BeFalse();
    }

    [Fact]
    public async Task Ask_CorpusAwayWhileTheDatabaseIsLost_WaitsForIt()
    {
        var time = new FakeTimeProvider();
        await using var api = await StartAsync(services => services.AddSingleton<TimeProvider>(time));
        Directory.Move(_folder.Combine("corpus"), _folder.Combine("lejos"));

        Lose(api.Get<IOptions<DataOptions>>().Value.DatabasePath, "damaged");

        await Eventually.TrueAsync(() => StatusAsync(api).GetAwaiter().GetResult() == "corpus_unavailable");
        using (var response = await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = Question }))
        {
            (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("code").Should().Be("index_not_ready");
        }

        Directory.Move(_folder.Combine("lejos"), _folder.Combine("corpus"));
        await Eventually.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(5));
            return StatusAsync(api).GetAwaiter().GetResult() == "ready";
        });
        (await api.Client.AskAsync(Question)).Text("response").Should().Contain("ocho de la mañana");
    }

    [Fact]
    public async Task Start_DataFolderOfAnotherService_IsRefused()
    {
        await using var first = await StartAsync();
        var folder = first.Get<IOptions<DataOptions>>().Value.DataDirectory;
        await using var second = TestApi.Build(replace: null, _folder.Combine("corpus"), $"--Memory:DataDirectory={folder}");

        (await second.Awaiting(it => it.StartAsync()).Should().ThrowAsync<AzuSenaException>()).Which.Message.Should().Contain("DATA_DIR").And.Contain(
            $"PID {Environment.ProcessId}");
        (await first.Client.AskAsync(Question)).Text("response").Should().Contain("ocho de la mañana");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> StatusAsync(TestApi api)
    {
        using var response = await api.Client.GetAsync("/health/ready");
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("status");
    }

    private static void Lose(string database, string loss)
    {
        DatabaseDamage.Settle(database);
        switch (loss)
        {
            case "damaged":
                DatabaseDamage.OverwriteFrom(database, 0.02);
                break;
            case "deleted":
                File.Delete(database);
                break;
            case "folder deleted":
                Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
                break;
            case "copied over":
                File.WriteAllBytes(database, []);
                break;
            case "noise":
                File.WriteAllText(database, string.Concat(Enumerable.Repeat("ruido ", 10_000)));
                break;
        }
    }

    private async Task<TestApi> StartAsync(Action<IServiceCollection>? replace = null)
    {
        var api = TestApi.Build(replace, _folder.Combine("corpus"), "--Answering:AbstainBelow=0", $"--Memory:DataDirectory={_folder.Combine("data")}");
        await api.StartAsync();
        await api.Indexed;
        return api;
    }
}
