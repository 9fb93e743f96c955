using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Mcp.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Mcp.Http;

/// <summary>A question that is taken back ends at the model server, whichever way the client says so.</summary>
public sealed class CancellationTests
{
    private const int Times = 20;

    [Theory]
    [InlineData("cancelled", "2025-11-25")]
    [InlineData("cancelled", "2026-07-28")]
    [InlineData("client closed", "2025-11-25")]
    [InlineData("client closed", "2026-07-28")]
    public async Task Ask_TakenBack_EndsTheModelsWorkAndNoTokenIsTakenAfterwards(string way, string revision)
    {
        await using var server = await OllamaDouble.RunAsync(request => request.LastQuestion.Contains("inundación")
            ? ModelScript.Of(Enumerable.Range(0, 1_000_000).Select(number => $"el token {number} "))
            : ModelScript.Of("el token ").Stall());
        await using var api = await ServiceAsync(server);
        using var late = new LateTokens(api.Get<IMeterFactory>());

        for (var time = 0; time < Times; time++)
        {
            var asked = server.NextRequestAsync().AsTask();
            await LeaveAsync(api, way, revision, "¿Cuándo abre la biblioteca?" + (time % 2 == 0 ? " inundación" : " silencio"), asked);
            await (await asked).ClientLeft.WaitAsync(TestApi.Patience);
        }

        late.Count.Should().Be(0);
        server.Requests.Should().HaveCount(Times);
    }

    private static async Task LeaveAsync(TestApi api, string way, string revision, string question, Task<ModelRequest> asked)
    {
        using var leaving = new CancellationTokenSource();
        await using var client = await McpApi.ConnectAsync(api, revision);
        var asking = client.CallAsync("ask", new { question }, way == "cancelled" ? leaving.Token : default);
        await asked.WaitAsync(TestApi.Patience);
        if (way == "cancelled")
        {
            await leaving.CancelAsync();
        }
        else
        {
            await client.DisposeAsync();
        }

        await asking.Awaiting(it => it).Should().ThrowAsync<Exception>();
    }

    private static async Task<TestApi> ServiceAsync(ServerDouble server)
    {
        var api = await TestApi.StartAsync(
            "--Llm:Provider=auto", "--Ollama:Host=127.0.0.1", $"--Ollama:Port={server.Port}", "--Llm:ProbeSeconds=1");
        await Eventually.TrueAsync(async () =>
        {
            using var ready = await api.Client.GetAsync("/health/ready");
            return (await ready.Content.ReadFromJsonAsync<JsonElement>()).Text("mode") == "ollama:mistral:7b";
        });
        return api;
    }
}
