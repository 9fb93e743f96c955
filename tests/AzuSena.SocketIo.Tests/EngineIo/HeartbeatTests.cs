using System.Net;
using AzuSena.SocketIo.Tests.Support;

namespace AzuSena.SocketIo.Tests.EngineIo;

public sealed class HeartbeatTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Polling_PongAfterEachPing_StaysOpen()
    {
        var sid = await _host.OpenAsync();
        for (var round = 0; round < 5; round++)
        {
            var poll = _host.PollTextAsync(sid);
            _host.Time.Advance(Interval);
            (await poll).Should().Be("2");
            _host.Time.Advance(Limit - TimeSpan.FromMilliseconds(1));
            using var pong = await _host.PostAsync(sid, "3");
            pong.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Polling_NoPong_IsGoneAtTheVeryEndOfTheTime(bool gets)
    {
        var sid = await _host.OpenAsync();
        _host.Time.Advance(Interval);
        _host.Time.Advance(Limit - TimeSpan.FromMilliseconds(1));
        _host.Sessions.Should().Be(1);
        _host.Time.Advance(TimeSpan.FromMilliseconds(1));

        using var response = await (gets ? _host.PollAsync(sid) : _host.PostAsync(sid, "3"));
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await _host.UntilSessionsAsync(0);
    }

    [Fact]
    public async Task Polling_NoPongWithAnOpenPoll_IsToldSo()
    {
        var sid = await _host.OpenAsync();
        var poll = _host.PollTextAsync(sid);
        _host.Time.Advance(Interval);
        (await poll).Should().Be("2");
        var next = _host.PollTextAsync(sid);
        using (await _host.PostAsync(sid, "6"))
        {
        }

        _host.Time.Advance(Limit);
        using var after = await _host.PostAsync(sid, "3");
        after.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await next.ContinueWith(ended => ended.IsFaulted ? "refused" : ended.Result, TaskScheduler.Default)).Should().BeOneOf("1", "refused");
    }

    [Fact]
    public async Task WebSocket_PongAfterEachPing_StaysOpen()
    {
        using var wire = await _host.ConnectOpenAsync();
        for (var round = 0; round < 5; round++)
        {
            _host.Time.Advance(Interval);
            (await wire.NextAsync()).Should().Be("2");
            await wire.SendAsync("3");

            // The echo shows that the pong was taken.
            await wire.SendAsync("4x");
            (await wire.NextAsync()).Should().Be("4x");
        }
    }

    [Fact]
    public async Task WebSocket_NoPong_IsClosed()
    {
        using var wire = await _host.ConnectOpenAsync();
        _host.Time.Advance(Interval);
        (await wire.NextAsync()).Should().Be("2");
        _host.Time.Advance(Limit);

        await wire.ShouldCloseAsync();
        await _host.UntilSessionsAsync(0);
    }

    [Fact]
    public async Task WebSocket_ClientThatNeitherAnswersNorCloses_IsCut()
    {
        using var wire = await _host.ConnectOpenAsync();
        _host.Time.Advance(Interval);
        _host.Time.Advance(Limit);
        await _host.UntilSessionsAsync(0);

        // It has not read the goodbye, and so not answered it.
        _host.Time.Advance(TimeSpan.FromSeconds(2));
        await wire.ShouldCloseAsync();
    }
}
