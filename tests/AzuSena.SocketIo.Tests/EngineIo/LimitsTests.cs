using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using AzuSena.SocketIo.EngineIo;
using AzuSena.SocketIo.Tests.Support;

namespace AzuSena.SocketIo.Tests.EngineIo;

/// <summary>What hostile or slow clients cost is bounded, and they lose only themselves.</summary>
public sealed class LimitsTests
{
    [Trait("Category", "Slow")]
    [Fact]
    public async Task Open_TenThousandHalfOpenHandshakes_CostLittleAndGoAway()
    {
        const int Handshakes = 10_000;
        const long BytesEach = 10_000;
        await using var host = await Host.StartAsync();
        await host.OpenAsync(Host.SocketIo);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Handshakes - 1), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => await host.OpenAsync(Host.SocketIo));
        host.Sessions.Should().Be(Handshakes);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(Handshakes * BytesEach);

        host.Time.Advance(TimeSpan.FromMilliseconds(300));
        host.Time.Advance(TimeSpan.FromMilliseconds(200));
        await host.UntilSessionsAsync(0);
        host.Logged.Should().BeEmpty();
    }

    [Fact]
    public async Task Open_AsManyAsMayBe_AreRefusedUntilOneHasGone()
    {
        await using var host = await Host.StartAsync(options => options.MaxSessions = 3);
        using var first = await host.ConnectOpenAsync();
        await host.OpenAsync();
        await host.OpenAsync();

        using var refused = await host.Client.GetAsync(Host.PathOf(Host.EngineIo, "polling"));
        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        await host.Awaiting(it => it.ConnectAsync()).Should().ThrowAsync<WebSocketException>();

        // The other endpoint has its own.
        await host.OpenAsync(Host.SocketIo);

        await first.SendAsync("1");
        await first.ShouldCloseAsync();
        await host.UntilSessionsAsync(3);
        await host.OpenAsync();
    }

    [Fact]
    public async Task Send_ReaderThatDoesNotRead_WaitsInBoundedMemoryAndLosesOnlyItself()
    {
        var opened = Channel.CreateUnbounded<EngineIoSession>();
        await using var host = await Host.StartAsync(map: app =>
            app.MapEngineIo("/push/",
                new EngineIoOptions { MaxBufferedBytes = 100_000, PingInterval = TimeSpan.FromSeconds(1), PingTimeout = TimeSpan.FromSeconds(1) }, session =>
        {
            opened.Writer.TryWrite(session);
            return new Mute();
        }));
        using var mute = await RawWebSocketAsync(host, "push");
        var behind = await opened.Reader.ReadAsync().AsTask().WaitAsync(Host.Patience);
        using var other = await host.ConnectOpenAsync("push");
        var beside = await opened.Reader.ReadAsync().AsTask().WaitAsync(Host.Patience);
        var message = new EngineIoMessage(new byte[50_000], IsBinary: true);

        // Sooner or later the system's buffers are full, and then ours is.
        var sent = 0;
        var sending = Task.CompletedTask;
        while (sending.IsCompleted)
        {
            sent++;
            sending = behind.SendAsync(message).AsTask();
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System));
            sent.Should().BeLessThan(10_000, "a client that reads nothing must be waited for");
        }

        behind.IsBehind.Should().BeTrue();
        await beside.SendAsync("hola");
        (await other.NextAsync()).Should().Be("4hola");

        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await other.NextAsync()).Should().Be("2");
        await other.SendAsync("3");
        await beside.SendAsync("y");
        (await other.NextAsync()).Should().Be("4y");
        await UntilAsync(host, () => host.Time.Advance(TimeSpan.FromMilliseconds(100)), () => behind.Ended.IsCancellationRequested);

        await sending.WaitAsync(Host.Patience);
        beside.Ended.IsCancellationRequested.Should().BeFalse();
    }

    [Fact]
    public async Task Send_ManyAtOnce_ArriveWholeAndInEachSendersOrder()
    {
        EngineIoSession? session = null;
        await using var host = await Host.StartAsync(map: app => app.MapEngineIo("/push/", new EngineIoOptions { MaxBufferedBytes = 100 }, opened =>
        {
            session = opened;
            return new Mute();
        }));
        using var wire = await host.ConnectOpenAsync("push");
        var sending = Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Run(async () =>
        {
            for (var number = 0; number < 200; number++)
            {
                await session!.SendAsync($"{sender} {number}");
            }
        })));
        var heard = new List<string>();
        while (heard.Count < 1600)
        {
            heard.Add((await wire.NextAsync())![1..]);
        }

        await sending;
        foreach (var sender in heard.GroupBy(text => text.Split(' ')[0]))
        {
            sender.Select(text => int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).Should().Equal(Enumerable.Range(0, 200));
        }
    }

    [Fact]
    public async Task Stop_OpenSessions_AreClosedAtOnceAndTheirWorkIsAwaited()
    {
        var handler = new Mute();
        await using var host = await Host.StartAsync(realTime: true, map: app => app.MapEngineIo("/push/", new EngineIoOptions(), _ => handler));
        using var wire = await host.ConnectOpenAsync("push");
        var sid = await host.OpenAsync();
        var poll = host.PollAsync(sid);
        using (await host.PostAsync(await host.OpenAsync(), "4x"))
        {
        }

        var stopping = host.StopAsync();
        await wire.ShouldCloseAsync();
        await stopping.WaitAsync(Host.Patience);

        handler.Closed.Should().Be(EngineIoCloseReason.ServerStopping);
        host.Sessions.Should().Be(0);
        (await poll.ContinueWith(ended => ended.IsCompletedSuccessfully ? (int)ended.Result.StatusCode : 0, TaskScheduler.Default))
            .Should().BeOneOf(200, 400, 0);
    }

    private static async Task UntilAsync(Host host, Action step, Func<bool> isDone)
    {
        using var limit = new CancellationTokenSource(Host.Patience);
        while (!isDone())
        {
            limit.Token.ThrowIfCancellationRequested();
            step();
            await Task.Yield();
        }
    }

    // A client of its own, for .NET's reads ahead.
    private static async Task<TcpClient> RawWebSocketAsync(Host host, string endpoint)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        var request = $"GET {Host.PathOf(endpoint, "websocket")} HTTP/1.1\r\nHost: {host.Client.BaseAddress.Authority}\r\nConnection: Upgrade\r\nUpgrade: " +
            "websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return client;
    }

    /// <summary>Says nothing by itself.</summary>
    private sealed class Mute : IEngineIoHandler
    {
        public EngineIoCloseReason? Closed { get; private set; }

        public ValueTask<EngineIoCloseReason?> OnMessageAsync(EngineIoMessage message) => ValueTask.FromResult<EngineIoCloseReason?>(null);

        public Task OnClosedAsync(EngineIoCloseReason reason)
        {
            Closed = reason;
            return Task.CompletedTask;
        }
    }
}
