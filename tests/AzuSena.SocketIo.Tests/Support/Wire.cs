using System.Net.WebSockets;
using System.Text;

namespace AzuSena.SocketIo.Tests.Support;

/// <summary>A bare WebSocket, as the public suites use it.</summary>
internal sealed class Wire : IDisposable
{
    private readonly byte[] _buffer = new byte[2_000_000];

    private Wire(ClientWebSocket socket) => Socket = socket;

    public ClientWebSocket Socket { get; }

    public static async Task<Wire> ConnectAsync(Uri address)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await socket.ConnectAsync(address, CancellationToken.None).WaitAsync(Host.Patience);
        return new Wire(socket);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(params byte[] binary) => SendAsync(binary, WebSocketMessageType.Binary);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type, bool isEnd = true) =>
        Socket.SendAsync(bytes, type, isEnd, CancellationToken.None).WaitAsync(Host.Patience);

    /// <summary>The next message; binary ones as base64 after a <c>b</c>; null where the server has closed.</summary>
    public async Task<string?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Host.Patience);
        var length = 0;
        ValueWebSocketReceiveResult result;
        try
        {
            do
            {
                result = await Socket.ReceiveAsync(_buffer.AsMemory(length), limit.Token);
                length += result.Count;
            }
            while (!result.EndOfMessage);
        }
        catch (WebSocketException)
        {
            return null;
        }

        return result.MessageType switch
        {
            WebSocketMessageType.Close => null,
            WebSocketMessageType.Text => Encoding.UTF8.GetString(_buffer, 0, length),
            _ => "b" + Convert.ToBase64String(_buffer, 0, length),
        };
    }

    /// <summary>Reads until the server closes.</summary>
    public async Task ShouldCloseAsync()
    {
        while (await NextAsync() is not null)
        {
        }
    }

    public void Dispose() => Socket.Dispose();
}
