using System.Net;
using System.Net.Sockets;

namespace AzuSena.Testing;

/// <summary>
/// A wire to a server that can be cut: every connection through it dies without a farewell, as when a phone loses its network. A test cuts it itself, or lets
/// it be cut after a number of bytes.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly int _limit;
    private readonly Func<int> _bytesUntilCut;
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private volatile CancellationTokenSource _whole = new();
    private int _made;

    /// <summary>Lays a wire that only the test cuts.</summary>
    /// <param name="server">Where it leads.</param>
    public CuttingProxy(Uri server)
        : this(server, cuts: 0, () => int.MaxValue)
    {
    }

    /// <summary>Lays a wire that is cut by itself. It passes everything on once it was cut often enough.</summary>
    /// <param name="server">Where it leads.</param>
    /// <param name="cuts">How often it is cut.</param>
    /// <param name="bytesUntilCut">Asked for each connection: after how many bytes from the server it is cut.</param>
    public CuttingProxy(Uri server, int cuts, Func<int> bytesUntilCut)
    {
        Server = server;
        _limit = cuts;
        _bytesUntilCut = bytesUntilCut;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>The far end of the connections that are made from now on.</summary>
    public Uri Server { get; set; }

    /// <summary>The near end.</summary>
    public Uri Address { get; }

    /// <summary>How often it was cut by itself so far.</summary>
    public int Cuts => Volatile.Read(ref _made);

    /// <summary>Whether new connections are refused.</summary>
    public bool IsDown { get; set; }

    /// <summary>Cuts every connection that there is.</summary>
    public void Cut() => Interlocked.Exchange(ref _whole, new CancellationTokenSource()).Cancel();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _closing.Dispose();
        _whole.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptSocketAsync(_closing.Token);

                // Taken first: whoever cuts a wire that is down leaves nothing whole.
                var cut = _whole.Token;
                if (IsDown)
                {
                    near.Close(timeout: 0);
                }
                else
                {
                    _connections.Add(CarryAsync(near, cut));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Taken down.
        }
    }

    private async Task CarryAsync(Socket near, CancellationToken cut)
    {
        using var client = near;
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, cut);
        near.NoDelay = true;
        try
        {
            await server.ConnectAsync(Server.Host, Server.Port, end.Token);
            var there = PassAsync(near, server, int.MaxValue, end);
            var back = PassAsync(server, near, Cuts < _limit ? _bytesUntilCut() : int.MaxValue, end);
            await Task.WhenAll(there, back);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has gone.
        }

        // No farewell: a reset, as from a wire that is cut.
        near.LingerState = new LingerOption(enable: true, seconds: 0);
        server.LingerState = new LingerOption(enable: true, seconds: 0);
    }

    private async Task PassAsync(Socket from, Socket to, int limit, CancellationTokenSource end)
    {
        var buffer = new byte[4096];
        try
        {
            while (await from.ReceiveAsync(buffer, end.Token) is > 0 and var count)
            {
                await to.SendAsync(buffer.AsMemory(0, Math.Min(count, limit)), end.Token);
                limit -= Math.Min(count, limit);
                if (limit == 0)
                {
                    Interlocked.Increment(ref _made);
                    return;
                }
            }
        }
        finally
        {
            await end.CancelAsync();
        }
    }
}
