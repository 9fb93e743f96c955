using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AzuSena.Web.Tests.Support;

/// <summary>A wire to the service that a test can cut: every connection through it breaks off, as when a phone loses its network.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Uri _target;
    private readonly Task _accepting;

    public CuttingProxy(Uri target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Whether new connections are refused.</summary>
    public bool IsDown { get; set; }

    /// <summary>Breaks off everything that is under way.</summary>
    public void Cut()
    {
        foreach (var client in _open.Keys)
        {
            Close(client);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        Cut();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var pumping = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                if (IsDown)
                {
                    client.Dispose();
                }
                else
                {
                    pumping.Add(ConnectAsync(client));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            Cut();
            await Task.WhenAll(pumping);
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            _open.TryAdd(client, 0);
            _open.TryAdd(server, 0);
            await server.ConnectAsync(_target.Host, _target.Port, _ended.Token);
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            Close(client);
            Close(server);
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private void Close(TcpClient client)
    {
        if (_open.TryRemove(client, out _))
        {
            // A reset, not a polite end.
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            client.Dispose();
        }
    }
}
