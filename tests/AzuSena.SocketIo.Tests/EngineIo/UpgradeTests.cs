using System.Net;
using System.Net.WebSockets;
using AzuSena.SocketIo.Tests.Support;

namespace AzuSena.SocketIo.Tests.EngineIo;

public sealed class UpgradeTests : IAsyncLifetime
{
    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.StartAsync(options => options.PingInterval = Host.Patience, realTime: true);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Upgrade_PollOpenBefore_IsSentHomeAndTheWebSocketTakesOver()
    {
        var sid = await _host.OpenAsync();
        var poll = _host.PollTextAsync(sid);
        using var wire = await _host.ConnectAsync(sid: sid);
        await wire.SendAsync("2probe");
        (await wire.NextAsync()).Should().Be("3probe");
        (await poll).Should().Be("6");
        await wire.SendAsync("5");
        await wire.SendAsync("4hello");

        (await wire.NextAsync()).Should().Be("4hello");
    }

    [Fact]
    public async Task Upgrade_PollAfterTheProbe_IsSentHome()
    {
        var sid = await _host.OpenAsync();
        using var wire = await _host.ConnectAsync(sid: sid);
        await wire.SendAsync("2probe");
        (await wire.NextAsync()).Should().Be("3probe");
        (await _host.PollTextAsync(sid)).Should().Be("6");
        await wire.SendAsync("5");
        await wire.SendAsync("4hello");

        (await wire.NextAsync()).Should().Be("4hello");
    }

    [Fact]
    public async Task Upgrade_MessagesNotPolledYet_ComeOverTheWebSocketInOrder()
    {
        var sid = await _host.OpenAsync();
        using var posted = await _host.PostAsync(sid, "41\u001e42\u001e43");
        using var wire = await _host.ConnectAsync(sid: sid);
        await wire.SendAsync("2probe");
        (await wire.NextAsync()).Should().Be("3probe");
        await wire.SendAsync("5");
        await wire.SendAsync("44");

        foreach (var expected in new[] { "41", "42", "43", "44" })
        {
            (await wire.NextAsync()).Should().Be(expected);
        }
    }

    [Fact]
    public async Task Upgraded_RequestsOfTheOldTransport_AreRefusedAndChangeNothing()
    {
        // The requests may overtake the upgrade's last packet, so it is done many times.
        for (var round = 0; round < 50; round++)
        {
            var sid = await _host.OpenAsync();
            using var wire = await _host.ConnectAsync(sid: sid);
            await wire.SendAsync("2probe");
            await wire.SendAsync("5");
            using var poll = await _host.PollAsync(sid);
            poll.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            using var post = await _host.PostAsync(sid, "4hola");
            post.StatusCode.Should().Be(HttpStatusCode.BadRequest);

            (await wire.NextAsync()).Should().Be("3probe");
            await wire.SendAsync("4hello");
            (await wire.NextAsync()).Should().Be("4hello");
        }
    }

    [Fact]
    public async Task Upgraded_AnotherWebSocket_IsClosedAndChangesNothing()
    {
        var sid = await _host.OpenAsync();
        using var wire = await _host.ConnectAsync(sid: sid);
        await wire.SendAsync("2probe");
        await wire.SendAsync("5");
        using var other = await _host.ConnectAsync(sid: sid);
        await other.ShouldCloseAsync();

        (await wire.NextAsync()).Should().Be("3probe");
        await wire.SendAsync("4hello");
        (await wire.NextAsync()).Should().Be("4hello");
    }

    [Theory]
    [InlineData("5")]
    [InlineData("2prob")]
    [InlineData("2")]
    [InlineData("4hello")]
    [InlineData("abc")]
    public async Task Upgrade_WrongOrder_IsClosedAndPollingGoesOn(string packet)
    {
        var sid = await _host.OpenAsync();
        using var wire = await _host.ConnectAsync(sid: sid);
        await wire.SendAsync(packet);
        await wire.ShouldCloseAsync();

        await ShouldPollAsync(sid);

        // And it may try again.
        using var again = await _host.ConnectAsync(sid: sid);
        await again.SendAsync("2probe");
        (await again.NextAsync()).Should().Be("3probe");
    }

    [Fact]
    public async Task Upgrade_WebSocketIsCut_PollingGoesOn()
    {
        var sid = await _host.OpenAsync();
        using var wire = await _host.ConnectAsync(sid: sid);
        await wire.SendAsync("2probe");
        (await wire.NextAsync()).Should().Be("3probe");
        wire.Socket.Abort();

        await ShouldPollAsync(sid);
    }

    [Fact]
    public async Task Upgrade_TakesTooLong_IsCutAndPollingGoesOn()
    {
        await using var host = await Host.StartAsync(options => options.PingInterval = Host.Patience);
        var sid = await host.OpenAsync();
        using var wire = await host.ConnectAsync(sid: sid);
        await wire.SendAsync("2probe");
        (await wire.NextAsync()).Should().Be("3probe");
        host.Time.Advance(TimeSpan.FromSeconds(10));
        await wire.ShouldCloseAsync();

        using var posted = await host.PostAsync(sid, "4hola");
        (await host.PollTextAsync(sid)).Should().Be("4hola");
    }

    [Fact]
    public async Task Upgrade_OfAWebSocketSession_IsClosed()
    {
        using var first = await _host.ConnectAsync();
        var open = (await first.NextAsync())!;
        var sid = System.Text.Json.JsonDocument.Parse(open[1..]).RootElement.GetProperty("sid").GetString();
        using var second = await _host.ConnectAsync(sid: sid);
        await second.ShouldCloseAsync();
        using var poll = await _host.PollAsync(sid!);

        poll.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await first.SendAsync("4hello");
        (await first.NextAsync()).Should().Be("4hello");
        first.Socket.State.Should().Be(WebSocketState.Open);
    }

    private async Task ShouldPollAsync(string sid)
    {
        using var posted = await _host.PostAsync(sid, "4hola");
        posted.StatusCode.Should().Be(HttpStatusCode.OK);
        (await _host.PollTextAsync(sid)).Should().Be("4hola");
    }
}
