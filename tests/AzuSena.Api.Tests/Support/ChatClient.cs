using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Support;

/// <summary>Somebody in the chat, who keeps all that the hub says to them.</summary>
internal sealed class ChatClient : IAsyncDisposable
{
    private readonly Channel<(string Name, JsonElement Body)> _events = Channel.CreateUnbounded<(string, JsonElement)>();

    private ChatClient(HubConnection connection)
    {
        Connection = connection;
        foreach (var name in new[] { "response", "error" })
        {
            connection.On<JsonElement>(name, body => _events.Writer.TryWrite((name, body)));
        }
    }

    public HubConnection Connection { get; }

    public static Task<ChatClient> ConnectAsync(
        TestApi api, HttpTransportType transport = HttpTransportType.WebSockets, Action<HttpConnectionOptions>? configure = null) =>
        ConnectAsync(api.Address, transport, configure);

    public static async Task<ChatClient> ConnectAsync(
        Uri address, HttpTransportType transport = HttpTransportType.WebSockets, Action<HttpConnectionOptions>? configure = null)
    {
        var client = new ChatClient(new HubConnectionBuilder()
            .WithUrl(new Uri(address, "/hubs/chat"), transport, options => configure?.Invoke(options))
            .Build());
        await client.Connection.StartAsync().WaitAsync(TestApi.Patience);
        return client;
    }

    /// <summary>Calls <c>query_text</c> as the original's clients do: without waiting for the call's end.</summary>
    public Task SendQueryAsync(object? query) => Connection.SendAsync("query_text", query);

    /// <summary>The next thing that the hub says.</summary>
    public async Task<(string Name, JsonElement Body)> NextAsync() => await _events.Reader.ReadAsync().AsTask().WaitAsync(TestApi.Patience);

    /// <summary>All that the hub says up to the end of an answer or an error.</summary>
    public async Task<List<(string Name, JsonElement Body)>> UntilTheEndAsync()
    {
        var all = new List<(string Name, JsonElement Body)>();
        do
        {
            all.Add(await NextAsync());
        }
        while (all[^1].Name != "error" && !all[^1].Body.GetProperty("complete").GetBoolean());
        return all;
    }

    /// <summary>Asks over <c>query_text</c> and gives the answer's text put together from its chunks, and the whole answer.</summary>
    public async Task<(string Chunks, JsonElement Last)> AskAsync(string question)
    {
        await SendQueryAsync(new { query = question });
        var all = await UntilTheEndAsync();
        return (string.Concat(all.Select(said => said.Body.Text("chunk"))), all[^1].Body);
    }

    /// <summary>Whether the hub said anything that was not read yet.</summary>
    public bool HeardMore() => _events.Reader.TryPeek(out _);

    /// <summary>The events of <c>Ask</c>.</summary>
    public async Task<List<JsonElement>> StreamAsync(object? question)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        return await Connection.StreamAsync<JsonElement>("Ask", question, limit.Token).ToListAsync(limit.Token);
    }

    /// <summary>All events of a streaming call.</summary>
    public async Task<List<JsonElement>> ListAsync(string method, params object?[] arguments)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        return await Connection.StreamAsyncCore<JsonElement>(method, arguments, limit.Token).ToListAsync(limit.Token);
    }

    /// <summary>The events of a streaming call, one by one.</summary>
    public IAsyncEnumerator<JsonElement> Events(string method, params object?[] arguments) =>
        Connection.StreamAsyncCore<JsonElement>(method, arguments, CancellationToken.None).GetAsyncEnumerator();

    /// <summary>Calls <c>Stop</c>.</summary>
    public Task<bool> StopAsync(string? questionId) => Connection.InvokeAsync<bool>("Stop", questionId).WaitAsync(TestApi.Patience);

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
