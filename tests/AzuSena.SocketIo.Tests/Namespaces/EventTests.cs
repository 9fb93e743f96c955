using System.Collections.Concurrent;
using AzuSena.SocketIo.Namespaces;
using AzuSena.SocketIo.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace AzuSena.SocketIo.Tests.Namespaces;

public sealed class EventTests
{
    private const string Path = "app";

    [Theory]
    [InlineData("42[\"message\",1,\"2\",{\"3\":[true]}]", "42[\"message-back\",1,\"2\",{\"3\":[true]}]")]
    [InlineData("42[\"message\"]", "42[\"message-back\"]")]
    [InlineData("42[\"message\",1.50e3,\"\\ud800\",\"\\u00f1<ñ>\"]", "42[\"message-back\",1.50e3,\"\\ud800\",\"\\u00f1<ñ>\"]")]
    [InlineData("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]", "43456[1,\"2\",{\"3\":[false]}]")]
    [InlineData("427[\"message\"]", "42[\"message-back\"]", "437[]")]
    public async Task Event_Text_IsHandledAndAcknowledged(string packet, params string[] replies)
    {
        await using var host = await Host.StartAsync();
        using var wire = await ConnectAsync(host);
        await wire.SendAsync(packet);

        foreach (var reply in replies)
        {
            (await wire.NextAsync()).Should().Be(reply);
        }
    }

    [Theory]
    [InlineData("452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
        "452-[\"message-back\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]")]
    [InlineData("452-[\"message\",{\"a\":[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]}]",
        "452-[\"message-back\",{\"a\":[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]}]")]
    [InlineData("452-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
        "462-789[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]")]
    public async Task Event_Binary_IsHandledAndAcknowledged(string packet, string reply)
    {
        await using var host = await Host.StartAsync();
        using var wire = await ConnectAsync(host);
        await wire.SendAsync(packet);
        await wire.SendAsync([1, 2, 3]);
        await wire.SendAsync([4, 5, 6]);

        (await wire.NextAsync()).Should().Be(reply);
        (await wire.NextAsync()).Should().Be("bAQID");
        (await wire.NextAsync()).Should().Be("bBAUG");
    }

    [Theory]
    [InlineData("4abc")]
    [InlineData("42{}")]
    [InlineData("42[]")]
    [InlineData("42abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]")]
    [InlineData("44{\"message\":\"x\"}")]
    [InlineData("4511-[\"message\"]")]
    [InlineData("45[\"message\"]")]
    [InlineData("451-[\"message\",{\"_placeholder\":true,\"num\":1}]", true)]
    [InlineData("451-[\"message\",{\"_placeholder\":true,\"num\":-1}]", true)]
    [InlineData("451-[\"message\",{\"_placeholder\":true,\"num\":0.5}]", true)]
    [InlineData("451-[\"message\",{\"_placeholder\":true}]", true)]
    public async Task Packet_Malformed_ClosesTheSession(string packet, bool withAttachment = false)
    {
        await using var host = await Host.StartAsync();
        using var wire = await ConnectAsync(host);
        await wire.SendAsync(packet);
        if (withAttachment)
        {
            await wire.SendAsync([1]);
        }

        await wire.ShouldCloseAsync();
        host.Logged.Should().BeEmpty();
    }

    [Fact]
    public async Task Attachment_UnaskedOrMissing_ClosesTheSession()
    {
        await using var host = await Host.StartAsync();
        using var unasked = await ConnectAsync(host);
        await unasked.SendAsync([1, 2, 3]);
        await unasked.ShouldCloseAsync();

        using var missing = await ConnectAsync(host);
        await missing.SendAsync("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
        await missing.SendAsync("42[\"message\"]");
        await missing.ShouldCloseAsync();
    }

    [Fact]
    public async Task Attachments_TooLargeTogether_CloseTheSession()
    {
        await using var host = await Host.StartAsync(options => options.MaxPayload = 10_000);
        using var wire = await ConnectAsync(host);
        await wire.SendAsync("453-[\"message\",{\"_placeholder\":true,\"num\":0}]");
        for (var number = 0; number < 3; number++)
        {
            await wire.SendAsync(new byte[9_000]);
        }

        await wire.ShouldCloseAsync();
    }

    [Fact]
    public async Task Emit_ValuesAndBytes_ArriveAsJsonAndAttachments()
    {
        await using var host = await StartAsync(space => space.On("give", (received, _) =>
            received.Socket.EmitAsync("given", new { Name = "Añil", Size = 3 }, new byte[] { 1, 2, 3 }, null, "x").AsTask()));
        using var wire = await ConnectAsync(host, Path);
        await wire.SendAsync("42[\"give\"]");

        (await wire.NextAsync()).Should().Be("451-[\"given\",{\"name\":\"Añil\",\"size\":3},{\"_placeholder\":true,\"num\":0},null,\"x\"]");
        (await wire.NextAsync()).Should().Be("bAQID");
    }

    [Fact]
    public async Task EmitWithAck_ClientAnswers_GivesItsArguments()
    {
        var answers = new ConcurrentQueue<string>();
        await using var host = await StartAsync(space => space.On("ask", async (received, cancellationToken) =>
        {
            var answer = await received.Socket.EmitWithAckAsync("question", ["¿?"], Host.Patience, cancellationToken);
            answers.Enqueue(answer[0].GetString()!);
            await received.AcknowledgeAsync("thanks");
        }));
        using var wire = await ConnectAsync(host, Path);
        await wire.SendAsync("421[\"ask\"]");
        (await wire.NextAsync()).Should().Be("420[\"question\",\"¿?\"]");
        await wire.SendAsync("439[\"nobody waits for this\"]");
        await wire.SendAsync("430[\"answer\"]");

        (await wire.NextAsync()).Should().Be("431[\"thanks\"]");
        answers.Should().Equal("answer");
    }

    [Fact]
    public async Task EmitWithAck_NoAnswer_TimesOut()
    {
        var failure = new TaskCompletionSource<Exception>();
        await using var host = await StartAsync(space => space.On("ask", async (received, cancellationToken) =>
        {
            try
            {
                await received.Socket.EmitWithAckAsync("question", [], TimeSpan.FromMilliseconds(100), cancellationToken);
            }
            catch (TimeoutException exception)
            {
                failure.SetResult(exception);
            }
        }));
        using var wire = await ConnectAsync(host, Path);
        await wire.SendAsync("42[\"ask\"]");
        (await wire.NextAsync()).Should().Be("420[\"question\"]");
        host.Time.Advance(TimeSpan.FromMilliseconds(100));

        await failure.Task.WaitAsync(Host.Patience);
    }

    [Fact]
    public async Task Event_HandlerThrows_IsLoggedAndTheSocketGoesOn()
    {
        await using var host = await StartAsync(space => space
            .On("fail", (_, _) => throw new InvalidOperationException("a secret"))
            .On("echo", (received, _) => received.Socket.EmitAsync("echoed", received.Arguments).AsTask()));
        using var wire = await ConnectAsync(host, Path);
        await wire.SendAsync("42[\"fail\"]");
        await wire.SendAsync("42[\"unknown\",1]");
        await wire.SendAsync("42[\"echo\",1]");

        (await wire.NextAsync()).Should().Be("42[\"echoed\",1]");
        host.Logged.Should().ContainSingle();
    }

    [Theory]
    [InlineData("disconnect")]
    [InlineData("close packet")]
    [InlineData("cut")]
    public async Task Handler_ClientLeaves_IsCancelled(string way)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(space => space.On("hold", async (_, cancellationToken) =>
        {
            held.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ContinueWith(_ => cancelled.SetResult(), TaskScheduler.Default);
        }));
        using var wire = await ConnectAsync(host, Path);
        await wire.SendAsync("42[\"hold\"]");
        await held.Task.WaitAsync(Host.Patience);
        if (way == "cut")
        {
            wire.Socket.Abort();
        }
        else
        {
            await wire.SendAsync(way == "disconnect" ? "41" : "1");
        }

        await cancelled.Task.WaitAsync(Host.Patience);
    }

    [Fact]
    public async Task Events_MoreThanMayWait_CutTheClientOff()
    {
        await using var host = await StartAsync(
            space => space.On("hold", (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)),
            options => (options.MaxEventsAtOnce, options.MaxEventsWaiting) = (2, 5));
        using var wire = await ConnectAsync(host, Path);
        for (var number = 0; number < 8; number++)
        {
            await wire.SendAsync("42[\"hold\"]");
        }

        await wire.ShouldCloseAsync();
        await host.UntilSessionsAsync(0);
        host.Logged.Should().BeEmpty();
    }

    [Fact]
    public async Task Events_MoreThanAtOnce_AreHandledInOrderAndAllOfThem()
    {
        var running = 0;
        var most = 0;
        await using var host = await StartAsync(
            space => space.On("work", async (received, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
                await received.Socket.EmitAsync("done", received.Arguments);
            }),
            options => options.MaxEventsAtOnce = 1);
        using var wire = await ConnectAsync(host, Path);
        for (var number = 0; number < 100; number++)
        {
            await wire.SendAsync($"42[\"work\",{number}]");
        }

        for (var number = 0; number < 100; number++)
        {
            (await wire.NextAsync()).Should().Be($"42[\"done\",{number}]");
        }

        most.Should().Be(1);
    }

    [Fact]
    public async Task Disconnect_ByTheServer_TellsTheClientAndKeepsTheSession()
    {
        await using var host = await StartAsync(space => space.On("bye", (received, _) =>
        {
            received.Socket.Disconnect();
            return received.Socket.EmitAsync("never").AsTask();
        }));
        using var wire = await ConnectAsync(host, Path);
        await wire.SendAsync("42[\"bye\"]");
        await wire.SendAsync("42[\"bye\"]");

        (await wire.NextAsync()).Should().Be("41");
        await wire.SendAsync("40");
        (await wire.NextAsync()).Should().StartWith("40{");
    }

    private static Task<Host> StartAsync(Action<SocketIoNamespace> handle, Action<SocketIoOptions>? configure = null) =>
        Host.StartAsync(map: app => Map(app, handle, configure));

    private static void Map(WebApplication app, Action<SocketIoNamespace> handle, Action<SocketIoOptions>? configure) => app.MapSocketIo($"/{Path}/", io =>
    {
        configure?.Invoke(io.Options);
        handle(io.Namespace("/"));
    });

    private static async Task<Wire> ConnectAsync(Host host, string endpoint = Host.SocketIo)
    {
        var wire = await host.ConnectOpenAsync(endpoint);
        await wire.SendAsync("40");
        (await wire.NextAsync()).Should().StartWith("40{");
        if (endpoint == Host.SocketIo)
        {
            (await wire.NextAsync()).Should().StartWith("42[\"auth\"");
        }

        return wire;
    }
}
