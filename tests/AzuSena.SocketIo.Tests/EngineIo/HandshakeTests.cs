using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using AzuSena.SocketIo.Tests.Support;

namespace AzuSena.SocketIo.Tests.EngineIo;

public sealed class HandshakeTests : IAsyncLifetime
{
    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(Host.EngineIo)]
    [InlineData(Host.SocketIo)]
    public async Task Open_Polling_SaysExactlyWhatTheProtocolAsks(string endpoint)
    {
        using var response = await _host.Client.GetAsync(Host.PathOf(endpoint, "polling"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=UTF-8");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();

        ShouldBeOpenPacket(await response.Content.ReadAsStringAsync(), "websocket");
    }

    [Theory]
    [InlineData(Host.EngineIo)]
    [InlineData(Host.SocketIo)]
    public async Task Open_WebSocket_SaysExactlyWhatTheProtocolAsks(string endpoint)
    {
        using var wire = await _host.ConnectAsync(endpoint);

        ShouldBeOpenPacket((await wire.NextAsync())!);
    }

    [Theory]
    [InlineData("GET", "transport=polling", 5)]
    [InlineData("GET", "EIO=abc&transport=polling", 5)]
    [InlineData("GET", "EIO=3&transport=polling", 5)]
    [InlineData("GET", "EIO=4", 0)]
    [InlineData("GET", "EIO=4&transport=abc", 0)]
    [InlineData("GET", "EIO=4&transport=websocket", 3)]
    [InlineData("POST", "EIO=4&transport=polling", 2)]
    [InlineData("PUT", "EIO=4&transport=polling", 2)]
    [InlineData("DELETE", "EIO=4&transport=polling", 2)]
    [InlineData("GET", "EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAAAA", 1)]
    [InlineData("POST", "EIO=4&transport=polling&sid=%00%ff", 1)]
    public async Task Request_NotOfTheProtocol_IsRefusedWithTheReferenceServersNumber(string method, string query, int code)
    {
        foreach (var endpoint in new[] { Host.EngineIo, Host.SocketIo })
        {
            using var response = await _host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/{endpoint}/?{query}"));
            response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetInt32().Should().Be(code);
        }

        _host.Sessions.Should().Be(0);
    }

    [Theory]
    [InlineData("transport=websocket")]
    [InlineData("EIO=abc&transport=websocket")]
    [InlineData("EIO=4")]
    [InlineData("EIO=4&transport=abc")]
    [InlineData("EIO=4&transport=websocket&sid=AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task WebSocket_NotOfTheProtocol_IsRefused(string query)
    {
        var connecting = () => Wire.ConnectAsync(new Uri($"ws://{_host.Client.BaseAddress!.Authority}/engine.io/?{query}"));

        (await connecting.Should().ThrowAsync<WebSocketException>()).Which.Message.Should().Contain("400");
    }

    [Fact]
    public async Task Open_ManyTimes_IdsAreRandomAndLong()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _host.OpenAsync()));

        ids.Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.Length == 22, "16 bytes in base64url");
        ids.Select(id => id[..4]).Should().OnlyHaveUniqueItems("nothing of an id can be told from another");
    }

    [Fact]
    public async Task Preflight_AnyOrigin_IsAnsweredByCors()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Host.PathOf(Host.EngineIo, "polling"));
        request.Headers.Add("Origin", "https://www.ejemplo.co");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var response = await _host.Client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
    }

    private static void ShouldBeOpenPacket(string packet, params string[] upgrades)
    {
        packet[0].Should().Be('0');
        var open = JsonDocument.Parse(packet[1..]).RootElement;
        open.EnumerateObject().Select(field => field.Name).Should().Equal("sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload");
        open.GetProperty("upgrades").EnumerateArray().Select(upgrade => upgrade.GetString()).Should().Equal(upgrades);
        open.GetProperty("pingInterval").GetInt32().Should().Be(300);
        open.GetProperty("pingTimeout").GetInt32().Should().Be(200);
        open.GetProperty("maxPayload").GetInt32().Should().Be(1_000_000);
    }
}
