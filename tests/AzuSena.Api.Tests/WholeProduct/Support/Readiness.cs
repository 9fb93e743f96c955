using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>Waits for what <c>/health/ready</c> says.</summary>
internal static class Readiness
{
    /// <summary>Reads it until it is as a test expects.</summary>
    public static async Task<JsonElement> UntilReadyAsync(this TestApi api, Func<JsonElement, bool> isSo)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        var last = "";
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (true)
            {
                using var response = await api.Client.GetAsync("/health/ready", limit.Token);
                var ready = await response.Content.ReadFromJsonAsync<JsonElement>(limit.Token);
                if (isSo(ready))
                {
                    return ready;
                }

                last = ready.GetRawText();
                await pause.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"It last said: {last}", exception);
        }
    }

    /// <summary>Waits until every passage has its vector, of an embedder if one is named.</summary>
    public static Task UntilVectorsAsync(this TestApi api, string? embedder = null) => api.UntilReadyAsync(ready =>
        ready.GetProperty("vectors") is var vectors && vectors.Text("state") == "ready"
        && (embedder is null || vectors.Text("embedder").Contains(embedder, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Waits until it answers in a mode.</summary>
    public static Task UntilAnsweringByAsync(this TestApi api, string mode) =>
        api.UntilReadyAsync(ready => ready.Text("mode") == mode && ready.Text("status") == "ready");
}
