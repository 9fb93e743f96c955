using System.Net;
using System.Net.WebSockets;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Security;

public sealed class OriginTests : IAsyncLifetime
{
    private const string Named = "https://www.ejemplo.co";

    private TestApi _closed = null!;
    private TestApi _open = null!;

    public async Task InitializeAsync()
    {
        _closed = await TestApi.StartAsync();
        _open = await TestApi.StartAsync($"--Api:CorsOrigins={Named}/, https://otra.ejemplo.co:8443");
    }

    public async Task DisposeAsync()
    {
        await _closed.DisposeAsync();
        await _open.DisposeAsync();
    }

    [Fact]
    public async Task Preflight_NoOriginNamed_IsRefused()
    {
        using var response = await _closed.Client.SendAsync(Cors.Preflight(Asking.TextPath, Named));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "origin_forbidden");
        response.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Theory]
    [InlineData(Named)]
    [InlineData("https://otra.ejemplo.co:8443")]
    public async Task Request_NamedOrigin_IsAllowedAndItsPageMayReadTheReply(string origin)
    {
        using var preflight = await _open.Client.SendAsync(Cors.Preflight(Asking.TextPath, origin));
        preflight.StatusCode.Should().Be(HttpStatusCode.NoContent);
        preflight.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal(origin);
        preflight.Headers.GetValues("Access-Control-Allow-Headers").Single().Should().Contain("content-type");

        using var reply = await _open.Client.SendAsync(Cors.SimplePost(Asking.TextPath, origin));
        reply.StatusCode.Should().Be(HttpStatusCode.OK);
        reply.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal(origin);
    }

    [Fact]
    public async Task Request_NamedOriginAndAnError_ItsPageMayReadTheProblem()
    {
        using var request = Cors.SimplePost(Asking.TextPath, Named);
        request.Content = new StringContent("{");
        request.Content.Headers.ContentType = null;
        using var response = await _open.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal(Named);
    }

    [Theory]
    [InlineData("https://malo.ejemplo.co")]
    [InlineData("http://www.ejemplo.co")]
    [InlineData("https://www.ejemplo.co:444")]
    [InlineData("https://www.ejemplo.co.malo.co")]
    [InlineData("null")]
    public async Task SimplePost_ForeignOrigin_IsRefused(string origin)
    {
        foreach (var path in new[] { Asking.TextPath, Asking.StreamPath, "/hubs/chat/negotiate?negotiateVersion=1" })
        {
            using var response = await _open.Client.SendAsync(Cors.SimplePost(path, origin));
            await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "origin_forbidden");
            response.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        }
    }

    [Fact]
    public async Task WebSocket_ForeignOrigin_IsRefused()
    {
        using var socket = Socket("https://malo.ejemplo.co");
        await FluentActions.Awaiting(() => ConnectAsync(socket)).Should().ThrowAsync<WebSocketException>();

        socket.HttpStatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WebSocket_NamedOrOwnOrigin_Connects()
    {
        foreach (var origin in new[] { Named, _open.Address.GetLeftPart(UriPartial.Authority) })
        {
            using var socket = Socket(origin);
            await ConnectAsync(socket);
            socket.State.Should().Be(WebSocketState.Open);
        }
    }

    [Fact]
    public async Task SimplePost_OwnOrigin_IsAnswered()
    {
        using var response = await _closed.Client.SendAsync(Cors.SimplePost(Asking.TextPath, _closed.Address.GetLeftPart(UriPartial.Authority)));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    public async Task SimplePost_BehindAProxyThatHidesTheName_TheBrowsersWordDecides(string site, HttpStatusCode status)
    {
        using var request = Cors.SimplePost(Asking.TextPath, "https://azusena.ejemplo.co");
        request.Headers.Add("Sec-Fetch-Site", site);
        using var response = await _closed.Client.SendAsync(request);

        response.StatusCode.Should().Be(status);
    }

    private static ClientWebSocket Socket(string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        return socket;
    }

    private Task ConnectAsync(ClientWebSocket socket) =>
        socket.ConnectAsync(new Uri($"ws://{_open.Address.Authority}/hubs/chat"), CancellationToken.None).WaitAsync(TestApi.Patience);
}
