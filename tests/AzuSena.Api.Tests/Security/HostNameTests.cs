using System.Net;
using System.Net.WebSockets;
using AzuSena.Api.Tests.Support;
using Microsoft.Extensions.Logging;

namespace AzuSena.Api.Tests.Security;

/// <summary>While the service listens on this machine alone, a page whose name resolves here must not pass for the service's own.</summary>
public sealed class HostNameTests(SharedApis apis) : IClassFixture<SharedApis>
{
    private const string Allowed = "--AllowedHosts=asistente.ejemplo.co;*.sena.ejemplo.co";
    private const string Outside = "--Api:Host=0.0.0.0";

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost:1234", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("pagina.ejemplo.co", HttpStatusCode.BadRequest)]
    public async Task Request_NameOfTheHost_MustBeThisMachines(string host, HttpStatusCode expected)
    {
        var api = await apis.OfAsync();

        (await StatusAsync(api, host)).Should().Be(expected);
    }

    [Fact]
    public async Task Request_NameThatTheOperatorAllowed_IsAnswered()
    {
        foreach (var settings in new[] { [Allowed], new[] { Allowed, Outside } })
        {
            var api = await apis.OfAsync(settings);

            (await StatusAsync(api, "asistente.ejemplo.co")).Should().Be(HttpStatusCode.OK);
            (await StatusAsync(api, "voz.sena.ejemplo.co:8000")).Should().Be(HttpStatusCode.OK);
            (await StatusAsync(api, "pagina.ejemplo.co")).Should().Be(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Request_ForeignName_IsAProblemWithItsCode()
    {
        var api = await apis.OfAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "health") { Headers = { Host = "pagina.ejemplo.co" } };
        using var response = await api.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "host_forbidden");
    }

    [Theory]
    [InlineData("/hubs/chat")]
    [InlineData("/socket.io/?EIO=4&transport=websocket")]
    public async Task WebSocket_ForeignName_IsRefused(string path)
    {
        var api = await apis.OfAsync(Allowed, Outside);
        (await ConnectAsync(api, path, "asistente.ejemplo.co")).Should().Be(HttpStatusCode.SwitchingProtocols);
        (await ConnectAsync(api, path, "pagina.ejemplo.co")).Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task HostOfATrustedProxy_ForeignName_IsRefused()
    {
        var api = await apis.OfAsync(Allowed, "--Api:TrustedProxies=1");

        (await StatusAsync(api, "127.0.0.1", "asistente.ejemplo.co")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(api, "asistente.ejemplo.co", "pagina.ejemplo.co")).Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(true, Outside)]
    [InlineData(true, Outside, "--AllowedHosts=")]
    [InlineData(false, Outside, Allowed)]
    [InlineData(false, Outside, "--AllowedHosts=*")]
    [InlineData(false)]
    public async Task Log_OpenToOthersWithoutNames_IsToldAtStart(bool isTold, params string[] settings)
    {
        using var log = new LogLines();
        await using var api = await TestApi.StartAsync(log.Register, settings);

        log.Of(LogLevel.Warning).Any(line => line.Contains("AllowedHosts")).Should().Be(isTold);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestApi api, string host, string? forwarded = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Loopback(api), "health")) { Headers = { Host = host } };
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-Host", forwarded);
        }

        using var response = await api.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> ConnectAsync(TestApi api, string path, string host)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Host", host);
        try
        {
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{api.Address.Port}{path}"), CancellationToken.None).WaitAsync(TestApi.Patience);
        }
        catch (WebSocketException)
        {
            // Its status says why.
        }

        return socket.HttpStatusCode;
    }

    private static Uri Loopback(TestApi api) => new UriBuilder(api.Address) { Host = "127.0.0.1" }.Uri;
}
