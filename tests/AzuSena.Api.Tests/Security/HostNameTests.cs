using System.Net;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Security;

/// <summary>A page may have its own name resolve to this machine and so pass for the service's own.</summary>
public sealed class HostNameTests
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("pagina.ejemplo.co", HttpStatusCode.BadRequest)]
    public async Task Request_NameOfTheHost_MustBeThisMachines(string host, HttpStatusCode expected)
    {
        await using var api = await TestApi.StartAsync();

        (await StatusAsync(api, host)).Should().Be(expected);
    }

    [Fact]
    public async Task Request_NameThatTheOperatorAllowed_IsAnswered()
    {
        await using var api = await TestApi.StartAsync("--AllowedHosts=asistente.ejemplo.co");

        (await StatusAsync(api, "asistente.ejemplo.co")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(api, "pagina.ejemplo.co")).Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestApi api, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "health") { Headers = { Host = host } };
        using var response = await api.Client.SendAsync(request);
        return response.StatusCode;
    }
}
