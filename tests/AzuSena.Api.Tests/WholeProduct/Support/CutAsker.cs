using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>Asks resumable questions over a wire that is cut, and takes the answers up again over a whole one.</summary>
internal static class CutAsker
{
    public static readonly string[] Ways = ["stream", "hub"];

    /// <summary>Asks, reads so many events, has the wire cut, waits until the service knows, and reads the rest.</summary>
    /// <param name="product">The service.</param>
    /// <param name="way">One of <see cref="Ways"/>.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="conversation">Where.</param>
    /// <param name="cutAfter">After how many events the wire is cut; an answer that has fewer is not cut.</param>
    /// <param name="whenCut">Called once the service has let go of the connection.</param>
    /// <returns>All events of the answer, each once.</returns>
    public static async Task<List<JsonElement>> AskAsync(
        UserProduct product, string way, string question, string conversation, int cutAfter, Action? whenCut = null)
    {
        using var requests = new ActiveRequests(product.Api);
        await using var wire = new CuttingProxy(product.Api.Address);
        var body = new { query = question, conversation_id = conversation, resumable = true };
        var first = way == "stream" ? Stream(wire.Address, body) : Hub(wire.Address, body);
        var events = new List<JsonElement>();
        await foreach (var step in first)
        {
            events.Add(step);
            if (events.Count == cutAfter)
            {
                wire.Cut();
                break;
            }
        }

        if (events.Count < cutAfter)
        {
            return events;
        }

        await requests.NoneAsync();
        whenCut?.Invoke();
        var id = events.First(step => step.Text("type") == "answer_started").Text("question_id");
        var last = events[^1].GetProperty("sequence").GetInt32();
        events.AddRange(await RestAsync(product, way, id, last));
        return events;
    }

    private static async Task<List<JsonElement>> RestAsync(UserProduct product, string way, string id, int after)
    {
        if (way == "hub")
        {
            await using var client = await ChatClient.ConnectAsync(product.Api);
            return await client.ListAsync("Resume", id, after);
        }

        using var response = await product.Client.GetAsync($"/azusena_api/questions/{id}/events?after={after}", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.ReadEventsAsync().Select(item => item.Data).ToListAsync();
    }

    private static async IAsyncEnumerable<JsonElement> Stream(Uri address, object body)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var response = await client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(body) }, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await foreach (var item in response.ReadEventsAsync())
        {
            yield return item.Data;
        }
    }

    private static async IAsyncEnumerable<JsonElement> Hub(Uri address, object body)
    {
        await using var connection = new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/chat")).Build();
        await connection.StartAsync().WaitAsync(TestApi.Patience);
        await foreach (var step in connection.StreamAsync<JsonElement>("Ask", body))
        {
            yield return step;
        }
    }
}
