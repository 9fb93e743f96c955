using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using Microsoft.AspNetCore.Http.Connections;

namespace AzuSena.Api.Tests.Hosting.Stopping;

/// <summary>The service as a process that is told to stop.</summary>
public sealed class SignalTests : IDisposable
{
    private const string Question = "¿A qué hora abre la biblioteca?";

    private readonly TemporaryFolder _folder = new();

    public SignalTests() => _folder.Write("corpus/horario.md", "---\ntitulo: Horario de la biblioteca\n---\nLa biblioteca abre a las ocho.\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM", 20)]
    [InlineData("INT", 1)]
    public async Task Signal_AnswersOverEachWay_EachEndsWithAWordAndTheExitCodeIsZero(string signal, int streams)
    {
        await using var model = await OllamaDouble.RunAsync(_ => ModelScript.Of("Abre ").Stall());
        await using var service = ApiProcess.Start(
            _folder,
            ("Llm__Provider", "ollama"), ("OLLAMA_HOST", "127.0.0.1"), ("OLLAMA_PORT", $"{model.Port}"), ("Llm__MaxConcurrent", "1000"),
                ("RateLimit__PerMinute", "0"),
            ("Shutdown__Seconds", "1"));
        var address = await service.ReadyAsync();
        Func<Uri, Task<string>>[] ways =
        [
            at => StreamAsync(at, resumable: false),
            at => StreamAsync(at, resumable: true),
            AskAsync,
            at => AskHubAsync(at, HttpTransportType.WebSockets),
            at => AskHubAsync(at, HttpTransportType.LongPolling),
            QueryHubAsync,
            QuerySocketIoAsync,
        ];
        var asked = ways.SelectMany(way => Enumerable.Range(0, streams).Select(_ => way(address))).ToList();
        await Eventually.TrueAsync(() => model.Requests.Count == asked.Count || asked.Any(one => one.IsCompleted));
        asked.Should().NotContain(one => one.IsCompleted, service.Said);

        await service.SignalAsync(signal);
        await service.SignalAsync(signal);

        (await Task.WhenAll(asked).WaitAsync(TestApi.Patience)).Should().AllBe("stopping");
        (await service.EndAsync()).Should().Be(0);
        service.Said.Should().NotContain("ERR]").And.NotContain("WRN]");
        Directory.EnumerateFiles(_folder.Combine("data"), "*-wal").Should().BeEmpty("the databases were closed");
    }

    [Fact]
    public async Task Signal_PluginThatHangsWhileItIsLoaded_EndsTheStart()
    {
        DropPlugin("HangsAtStart");
        await using var service = ApiProcess.Start(_folder, ("ExternalPlugins__TimeoutSeconds", "60"));
        await Eventually.TrueAsync(
            () => Directory.Exists(_folder.Combine("data/plugin-trials")) && Directory.EnumerateFiles(_folder.Combine("data/plugin-trials")).Any());

        await service.SignalAsync("TERM");

        (await service.EndAsync()).Should().Be(0, service.Said);
    }

    [Fact]
    public async Task Signal_NothingUnderWay_EndsAtOnce()
    {
        await using var service = ApiProcess.Start(_folder, ("Shutdown__Seconds", "3600"));
        await service.ReadyAsync();

        await service.SignalAsync("TERM");

        (await service.EndAsync()).Should().Be(0);
    }

    private static async Task<string> StreamAsync(Uri address, bool resumable)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TestApi.Patience };
        using var request = new HttpRequestMessage(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(new { query = Question, resumable }) };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return CodeOf((await response.ReadEventsAsync().ToListAsync())[^1].Data);
    }

    private static async Task<string> AskAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TestApi.Patience };
        using var response = await client.PostAsJsonAsync(Asking.TextPath, new { query = Question });
        response.Headers.RetryAfter.Should().NotBeNull();
        return CodeOf(await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<string> AskHubAsync(Uri address, HttpTransportType transport)
    {
        await using var client = await ChatClient.ConnectAsync(address, transport);
        return CodeOf((await client.StreamAsync(new { query = Question }))[^1]);
    }

    private static async Task<string> QueryHubAsync(Uri address)
    {
        await using var client = await ChatClient.ConnectAsync(address);
        await client.SendQueryAsync(new { query = Question });
        return CodeOf((await client.UntilTheEndAsync())[^1].Body);
    }

    private static async Task<string> QuerySocketIoAsync(Uri address)
    {
        await using var client = await LegacyClient.ConnectAsync(address);
        return CodeOf((await client.AskAsync(new { query = Question }))[^1].Body);
    }

    private void DropPlugin(string type)
    {
        var built = Path.Combine(Repository.Root, "artifacts", "bin", "AzuSena.SamplePlugins", new DirectoryInfo(AppContext.BaseDirectory).Name);
        Directory.CreateDirectory(_folder.Combine("plugins/sample"));
        foreach (var file in Directory.EnumerateFiles(built))
        {
            File.Copy(file, _folder.Combine($"plugins/sample/{Path.GetFileName(file)}"));
        }

        _folder.Write("plugins/sample/plugin.json", $$"""
            { "name": "sample", "version": "1.0.0", "contract": 1,
              "assembly": "AzuSena.SamplePlugins.dll", "entry_type": "AzuSena.SamplePlugins.BadPlugins+{{type}}",
              "description": "Para las pruebas.", "examples": [{ "function": "greet", "arguments": {}, "pattern": "^Hola" }] }
            """);
    }

    private static string CodeOf(JsonElement last) => last.TryGetProperty("code", out var code) ? code.GetString()! : last.GetRawText();
}
