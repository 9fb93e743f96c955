using System.Net;
using AzuSena.SocketIo.Tests.Support;

namespace AzuSena.SocketIo.Tests.EngineIo;

public sealed class PollingTests : IAsyncLifetime
{
    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("4hello")]
    [InlineData("4")]
    [InlineData("b")]
    [InlineData("4test1\u001e4test2\u001e4test3")]
    [InlineData("4hello\u001ebAQIDBA==")]
    [InlineData("4¿Qué es el SENA? 👍")]
    public async Task Post_Messages_ComeBackInOnePoll(string body)
    {
        var sid = await _host.OpenAsync();
        using var posted = await _host.PostAsync(sid, body);
        posted.StatusCode.Should().Be(HttpStatusCode.OK);
        (await posted.Content.ReadAsStringAsync()).Should().Be("ok");

        (await _host.PollTextAsync(sid)).Should().Be(body);
    }

    [Fact]
    public async Task Poll_NothingThereYet_IsHeldUntilThereIs()
    {
        var sid = await _host.OpenAsync();
        var poll = _host.PollTextAsync(sid);
        using var posted = await _host.PostAsync(sid, "4hola");

        (await poll).Should().Be("4hola");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("2")]
    [InlineData("0{}")]
    [InlineData("5")]
    [InlineData("b*")]
    [InlineData("bAQI")]
    [InlineData("4a\u001e")]
    [InlineData("\u001e4a")]
    [InlineData("4a\u001exyz\u001e4b")]
    public async Task Post_Malformed_ClosesTheSession(string body)
    {
        var sid = await _host.OpenAsync();
        using var posted = await _host.PostAsync(sid, body);
        posted.StatusCode.Should().Be(HttpStatusCode.BadRequest);

        await ShouldBeGoneAsync(sid);
    }

    [Fact]
    public async Task Post_NotUtf8_ClosesTheSession()
    {
        var sid = await _host.OpenAsync();
        using var posted = await _host.PostAsync(sid, [(byte)'4', 0xc3, 0x28]);
        posted.StatusCode.Should().Be(HttpStatusCode.BadRequest);

        await ShouldBeGoneAsync(sid);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_Oversized_IsRefusedAndClosesTheSession(bool saysItsLength)
    {
        await using var host = await Host.StartAsync(options => options.MaxPayload = 10_000);
        var largest = await host.OpenAsync();
        using var taken = await host.PostAsync(largest, "4" + new string('a', 9_999));
        taken.StatusCode.Should().Be(HttpStatusCode.OK);

        var sid = await host.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Host.PathOf(Host.EngineIo, "polling", sid))
        { Content = new StringContent("4" + new string('a', 10_000)) };
        request.Headers.TransferEncodingChunked = !saysItsLength;
        using var posted = await host.Client.SendAsync(request);

        posted.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        using var poll = await host.PollAsync(sid);
        poll.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Poll_SecondOneAtOnce_ClosesTheSession()
    {
        var sid = await _host.OpenAsync();
        var polls = new[] { _host.PollAsync(sid), _host.PollAsync(sid) };
        using var first = await await Task.WhenAny(polls);
        using var second = await polls.Single(poll => poll.Result != first);

        var (refused, ended) = first.StatusCode == HttpStatusCode.OK ? (second, first) : (first, second);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ended.StatusCode.Should().Be(HttpStatusCode.OK);
        (await ended.Content.ReadAsStringAsync()).Should().Be("1");
        await ShouldBeGoneAsync(sid);
    }

    [Fact]
    public async Task Post_SecondOneAtOnce_ClosesTheSession()
    {
        var sid = await _host.OpenAsync();
        var body = new HeldContent();
        var first = _host.Client.PostAsync(Host.PathOf(Host.EngineIo, "polling", sid), body);
        await body.Began;
        using var second = await UntilRefusedAsync(sid);
        body.Release();

        second.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await first).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await ShouldBeGoneAsync(sid);
    }

    [Fact]
    public async Task Poll_ClientLeaves_ClosesTheSession()
    {
        var sid = await _host.OpenAsync();
        using var leaving = new CancellationTokenSource();
        var poll = _host.PollAsync(sid, cancellationToken: leaving.Token);
        using (await _host.PostAsync(await _host.OpenAsync(), "4x"))
        {
            // By now the poll has most likely arrived; it is left either way.
        }

        await leaving.CancelAsync();
        await poll.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();

        await _host.UntilSessionsAsync(1);
        await ShouldBeGoneAsync(sid);
    }

    [Fact]
    public async Task Close_ByPost_EndsTheOpenPollWithANoop()
    {
        await using var host = await Host.StartAsync();
        for (var round = 0; round < 50; round++)
        {
            var sid = await host.OpenAsync();
            var poll = host.PollAsync(sid);
            using var posted = await host.PostAsync(sid, "1");
            using var ended = await poll;

            posted.StatusCode.Should().Be(HttpStatusCode.OK);
            ended.StatusCode.Should().Be(HttpStatusCode.OK, "whichever of the two arrives first");
            (await ended.Content.ReadAsStringAsync()).Should().Be("6");
            using var after = await host.PollAsync(sid);
            after.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Close_ByPostWithoutAPoll_IsGoneOnceThePostIsAnswered()
    {
        await using var host = await Host.StartAsync(realTime: true, configure: Unhurried);
        var sid = await host.OpenAsync();
        using var posted = await host.PostAsync(sid, "1");

        posted.StatusCode.Should().Be(HttpStatusCode.OK);
        using var poll = await host.PollAsync(sid);
        poll.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task PostsAndPolls_OneAfterTheOtherManyTimes_NeverCollide()
    {
        var sid = await _host.OpenAsync();
        for (var number = 0; number < 300; number++)
        {
            using var posted = await _host.PostAsync(sid, $"4{number}");
            posted.StatusCode.Should().Be(HttpStatusCode.OK);
            (await _host.PollTextAsync(sid)).Should().Be($"4{number}");
        }
    }

    private static void Unhurried(SocketIo.EngineIo.EngineIoOptions options) => options.PingInterval = Host.Patience;

    // The first post may not have arrived yet.
    private async Task<HttpResponseMessage> UntilRefusedAsync(string sid)
    {
        while (true)
        {
            var response = await _host.PostAsync(sid, "6");
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return response;
            }

            response.Dispose();
        }
    }

    private async Task ShouldBeGoneAsync(string sid)
    {
        using var poll = await _host.PollAsync(sid);
        poll.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var post = await _host.PostAsync(sid, "4hola");
        post.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    /// <summary>A body of which the end is held back.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Began => _began.Task;

        public void Release() => _gate.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("4"u8.ToArray());
            await stream.FlushAsync();
            _began.SetResult();
            await _gate.Task.WaitAsync(Host.Patience);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
