using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AzuSena.Api.Tests.Support;

/// <summary>An old front end: the packets of Socket.IO over a bare WebSocket.</summary>
internal sealed class LegacyClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _message = new();

    /// <summary>What the server said to the connection request, after its type.</summary>
    public string Admission { get; private set; } = "";

    public bool IsAdmitted => Admission.StartsWith("40", StringComparison.Ordinal);

    public static Task<LegacyClient> ConnectAsync(TestApi api, string auth = "", string query = "", Action<ClientWebSocketOptions>? configure = null) =>
        ConnectAsync(api.Address, auth, query, configure);

    public static async Task<LegacyClient> ConnectAsync(Uri address, string auth = "", string query = "", Action<ClientWebSocketOptions>? configure = null)
    {
        var client = new LegacyClient();
        client._socket.Options.CollectHttpResponseDetails = true;
        configure?.Invoke(client._socket.Options);
        await client._socket.ConnectAsync(new Uri($"ws://{address.Authority}/socket.io/?EIO=4&transport=websocket{query}"), CancellationToken.None)
            .WaitAsync(TestApi.Patience);
        (await client.ReadAsync()).Should().StartWith("0{");
        await client.SendAsync("40" + auth);
        client.Admission = await client.ReadAsync();
        if (client.IsAdmitted)
        {
            (await client.NextAsync()).Name.Should().Be("connection_response");
        }

        return client;
    }

    public Task SendQueryAsync(object? query) => SendAsync("42" + JsonSerializer.Serialize(new[] { "query_text", query }));

    public Task SendAsync(string packet) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(packet), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).WaitAsync(TestApi.Patience);

    /// <summary>The next event.</summary>
    public async Task<(string Name, JsonElement Body)> NextAsync()
    {
        while (true)
        {
            var packet = await ReadAsync();
            if (packet == "2")
            {
                await SendAsync("3");
                continue;
            }

            packet.Should().StartWith("42[");
            var items = JsonSerializer.Deserialize<JsonElement>(packet[2..]);
            return (items[0].GetString()!, items[1]);
        }
    }

    /// <summary>All events up to the end of an answer or an error.</summary>
    public async Task<List<(string Name, JsonElement Body)>> UntilTheEndAsync()
    {
        var all = new List<(string Name, JsonElement Body)>();
        do
        {
            all.Add(await NextAsync());
        }
        while (all[^1].Name is not ("error" or "query_response"));
        return all;
    }

    public async Task<List<(string Name, JsonElement Body)>> AskAsync(object? query)
    {
        await SendQueryAsync(query);
        return await UntilTheEndAsync();
    }

    /// <summary>Is gone at once, as a closed page is.</summary>
    public void Leave() => _socket.Abort();

    /// <summary>The next packet.</summary>
    public async Task<string> ReadAsync()
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        _message.ResetWrittenCount();
        ValueWebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(_message.GetMemory(16 * 1024), limit.Token);
            _message.Advance(result.Count);
        }
        while (!result.EndOfMessage);
        result.MessageType.Should().NotBe(WebSocketMessageType.Close, "the connection is open");
        return Encoding.UTF8.GetString(_message.WrittenSpan);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
