using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AzuSena.Api.Tests.Support;

/// <summary>SignalR's JSON protocol over a WebSocket and nothing more, so that a thousand of them fit beside the service.</summary>
internal sealed class WireClient : IDisposable
{
    private const byte End = 0x1E;
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _heard = new();

    public async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await _socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/hubs/chat" }.Uri, cancellationToken);
        await SendAsync("""{"protocol":"json","version":1}""", cancellationToken);
        (await NextAsync(cancellationToken)).EnumerateObject().Should().BeEmpty("the handshake went well");
    }

    /// <summary>Asks, and gives the events up to the stream's end.</summary>
    public async Task<List<JsonElement>> AskAsync(string question, CancellationToken cancellationToken)
    {
        await SendAsync(JsonSerializer.Serialize(new { type = 4, invocationId = "1", target = "Ask", arguments = new[] { question } }), cancellationToken);
        var events = new List<JsonElement>();
        while (true)
        {
            var message = await NextAsync(cancellationToken);
            switch (message.GetProperty("type").GetInt32())
            {
                case 2:
                    events.Add(message.GetProperty("item"));
                    break;
                case 3:
                    return events;
            }
        }
    }

    /// <summary>The next message.</summary>
    public async Task<JsonElement> NextAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        while (true)
        {
            var bytes = _heard.GetBuffer().AsMemory(0, (int)_heard.Length);
            if (bytes.Span.IndexOf(End) is >= 0 and var end)
            {
                var message = JsonSerializer.Deserialize<JsonElement>(bytes.Span[..end]);
                var rest = bytes[(end + 1)..].ToArray();
                _heard.SetLength(0);
                _heard.Write(rest);
                return message;
            }

            var received = await _socket.ReceiveAsync(buffer, cancellationToken);
            received.MessageType.Should().Be(WebSocketMessageType.Text);
            _heard.Write(buffer.AsSpan(0, received.Count));
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _heard.Dispose();
    }

    public Task SendAsync(string message, CancellationToken cancellationToken) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
}
