using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Testing;
using AzuSena.Testing.Models;

namespace AzuSena.Api.Tests.Support;

/// <summary>The service with a double of Ollama as its model server.</summary>
internal static class ModelApi
{
    public const string Mode = "ollama:mistral:7b";
    public const string Question = "¿Cuándo abre la biblioteca?";

    /// <summary>The settings that lead to the double, as an operator would make them.</summary>
    public static string[] Settings(ServerDouble server, params string[] settings) =>
        ["--Llm:Provider=auto", "--Ollama:Host=127.0.0.1", $"--Ollama:Port={server.Port}", "--Llm:ProbeSeconds=1", .. settings];

    public static Task<TestApi> StartAsync(ServerDouble server, params string[] settings) => TestApi.StartAsync(Settings(server, settings));

    /// <summary>Looks at <c>/health/ready</c> until the service says that it answers in a mode.</summary>
    public static async Task UntilModeAsync(this TestApi api, string mode)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        await Eventually.TrueAsync(async () => await ModeAsync(api, limit.Token) == mode);
    }

    /// <summary>The next event that is a token; the others before it are passed over.</summary>
    public static async Task<string> NextTokenAsync(this IAsyncEnumerator<JsonElement> events)
    {
        do
        {
            (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience)).Should().BeTrue("the answer goes on");
        }
        while (events.Current.Text("type") != "answer_token");
        return events.Current.Text("text");
    }

    /// <summary>The last event.</summary>
    public static async Task<JsonElement> ToEndAsync(this IAsyncEnumerator<JsonElement> events)
    {
        var last = events.Current;
        while (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience))
        {
            last = events.Current;
        }

        return last;
    }

    // A service that is not ready says its mode too.
    private static async Task<string> ModeAsync(TestApi api, CancellationToken cancellationToken)
    {
        using var ready = await api.Client.GetAsync("/health/ready", cancellationToken);
        return (await ready.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).Text("mode");
    }
}
