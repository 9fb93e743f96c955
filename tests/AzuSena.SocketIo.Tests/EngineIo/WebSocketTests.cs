using System.Net.WebSockets;
using AzuSena.SocketIo.Tests.Support;

namespace AzuSena.SocketIo.Tests.EngineIo;

public sealed class WebSocketTests : IAsyncLifetime
{
    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Send_TextAndBinary_ComeBack()
    {
        using var wire = await _host.ConnectOpenAsync();
        await wire.SendAsync("4hello");
        (await wire.NextAsync()).Should().Be("4hello");
        await wire.SendAsync([1, 2, 3, 4]);
        (await wire.NextAsync()).Should().Be("bAQIDBA==");
        await wire.SendAsync([], WebSocketMessageType.Binary);
        (await wire.NextAsync()).Should().Be("b");
        await wire.SendAsync("4¿Qué es el SENA? 👍");
        (await wire.NextAsync()).Should().Be("4¿Qué es el SENA? 👍");
    }

    [Fact]
    public async Task Send_Fragments_AreOneMessage()
    {
        using var wire = await _host.ConnectOpenAsync();
        var text = System.Text.Encoding.UTF8.GetBytes("4" + new string('ñ', 20_000));
        foreach (var piece in text.Chunk(777))
        {
            await wire.SendAsync(piece, WebSocketMessageType.Text, isEnd: false);
        }

        await wire.SendAsync([], WebSocketMessageType.Text);
        (await wire.NextAsync()).Should().Be("4" + new string('ñ', 20_000));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2probe")]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("1")]
    public async Task Send_NotOfTheProtocol_ClosesTheSession(string packet)
    {
        using var wire = await _host.ConnectOpenAsync();
        await wire.SendAsync(packet);

        await wire.ShouldCloseAsync();
        await _host.UntilSessionsAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_Oversized_ClosesTheSession(bool inFragments)
    {
        await using var host = await Host.StartAsync(options => options.MaxPayload = 10_000);
        using var wire = await host.ConnectOpenAsync();
        await wire.SendAsync("4" + new string('a', 9_999));
        (await wire.NextAsync()).Should().HaveLength(10_000);

        var bytes = new byte[10_001];
        foreach (var piece in bytes.Chunk(inFragments ? 1000 : bytes.Length))
        {
            await wire.SendAsync(piece, WebSocketMessageType.Binary, isEnd: false);
        }

        await wire.ShouldCloseAsync();
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await host.UntilSessionsAsync(0);
    }

    [Fact]
    public async Task Send_TextThatIsNotUtf8_ClosesTheSession()
    {
        using var wire = await _host.ConnectOpenAsync();
        await wire.SendAsync([(byte)'4', 0xc3, 0x28], WebSocketMessageType.Text);

        await wire.ShouldCloseAsync();
        await _host.UntilSessionsAsync(0);
        _host.Logged.Should().BeEmpty();
    }

    [Fact]
    public async Task Close_ByTheClient_IsAnsweredAndEndsTheSession()
    {
        using var wire = await _host.ConnectOpenAsync();
        await wire.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None).WaitAsync(Host.Patience);

        wire.Socket.State.Should().Be(WebSocketState.Closed);
        await _host.UntilSessionsAsync(0);
    }

    [Fact]
    public async Task Connection_IsCut_EndsTheSession()
    {
        using var wire = await _host.ConnectOpenAsync();
        _host.Sessions.Should().Be(1);
        wire.Socket.Abort();

        await _host.UntilSessionsAsync(0);
        _host.Logged.Should().BeEmpty();
    }
}
