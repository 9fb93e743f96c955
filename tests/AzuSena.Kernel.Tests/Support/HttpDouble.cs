using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AzuSena.Support;

/// <summary>A server on a real port of this machine, whose replies a test gives.</summary>
internal sealed class HttpDouble : IDisposable
{
    private readonly HttpListener _listener;

    /// <summary>Starts it.</summary>
    /// <param name="reply">Gives the reply's status and JSON for a request's path and body; may wait for the token, which ends with the server.</param>
    public HttpDouble(Func<string, string, CancellationToken, Task<(int Status, string Json)>> reply)
    {
        (_listener, Port) = Start();
        _ = ServeAsync(reply);
    }

    public int Port { get; }

    public ConcurrentQueue<(string Path, string Body, string? Authorization)> Requests { get; } = [];

    private CancellationTokenSource Stopped { get; } = new();

    public void Dispose()
    {
        Stopped.Cancel();
        _listener.Close();
    }

    // A listener cannot ask for any free port, so another process may be quicker with the one that was free.
    private static (HttpListener Listener, int Port) Start()
    {
        while (true)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync(Func<string, string, CancellationToken, Task<(int Status, string Json)>> reply)
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync(), reply);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, Func<string, string, CancellationToken, Task<(int Status, string Json)>> reply)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var path = context.Request.Url!.AbsolutePath;
            Requests.Enqueue((path, body, context.Request.Headers["Authorization"]));
            var (status, json) = await reply(path, body, Stopped.Token);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(json));
            context.Response.Close();
        }
        catch (Exception exception) when (
            exception is HttpListenerException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            context.Response.Abort();
        }
    }
}
