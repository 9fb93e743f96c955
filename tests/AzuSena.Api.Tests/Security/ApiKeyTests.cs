using System.Net;
using AzuSena.Api.Tests.Support;
using Microsoft.AspNetCore.Http.Connections;

namespace AzuSena.Api.Tests.Security;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private const string Key = "clave-de-prueba-0001";
    private const string OtherKey = "clave-de-prueba-0002";

    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync($"--Api:Keys={Key}, {OtherKey}", "--Api:CorsOrigins=https://www.ejemplo.co");

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("X-Api-Key", Key)]
    [InlineData("X-Api-Key", OtherKey)]
    [InlineData("Authorization", "Bearer " + Key)]
    [InlineData("Authorization", "bearer " + OtherKey)]
    public async Task Ask_KnownKey_IsAnswered(string header, string value)
    {
        using var response = await AskAsync(header, value);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("X-Api-Key", "")]
    [InlineData("X-Api-Key", "clave-de-prueba-0003")]
    [InlineData("X-Api-Key", "CLAVE-DE-PRUEBA-0001")]
    [InlineData("X-Api-Key", Key + "," + OtherKey)]
    [InlineData("Authorization", Key)]
    [InlineData("Authorization", "Basic " + Key)]
    [InlineData("Authorization", "Bearer")]
    [InlineData("Authorization", "Bearer " + Key + "x")]
    public async Task Ask_NoOrWrongKey_IsUnauthorized(string? header, string? value)
    {
        using var response = await AskAsync(header, value);

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        response.Headers.WwwAuthenticate.Should().ContainSingle(challenge => challenge.Scheme == "Bearer");
    }

    [Theory]
    [InlineData("/azusena_api/passages/x")]
    [InlineData("/azusena_api/passages/x?access_token=" + Key)]
    [InlineData("/no/existe")]
    [InlineData("/healthy")]
    [InlineData("/hubs/chat")]
    public async Task Get_WithoutKey_IsUnauthorized(string path)
    {
        using var response = await _api.Client.GetAsync(path);

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/theme.js")]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    [InlineData("/docs/")]
    [InlineData("/openapi/v1.json")]
    public async Task Get_HealthPageAndDescription_NeedNoKey(string path)
    {
        using var response = await _api.Client.GetAsync(path);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Preflight_OfANamedOrigin_NeedsNoKey()
    {
        using var response = await _api.Client.SendAsync(Cors.Preflight(Asking.TextPath, "https://www.ejemplo.co"));

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://www.ejemplo.co");
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Hub_KeyAsAccessToken_Connects(HttpTransportType transport)
    {
        await using var client = await ChatClient.ConnectAsync(_api, transport, options => options.AccessTokenProvider = () => Task.FromResult<string?>(Key));

        (await client.AskAsync("hola")).Chunks.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Hub_KeyInTheQueryAsABrowserSendsIt_Connects()
    {
        using var negotiation = await _api.Client.PostAsync($"/hubs/chat/negotiate?negotiateVersion=1&access_token={Key}", content: null);

        negotiation.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("clave-de-prueba-0003")]
    public async Task Hub_NoOrWrongKey_IsRefusedAtNegotiationAndAtTheWebSocket(string? key)
    {
        foreach (var skip in new[] { false, true })
        {
            var connecting = () => ChatClient.ConnectAsync(_api, HttpTransportType.WebSockets, options =>
            {
                options.SkipNegotiation = skip;
                options.AccessTokenProvider = () => Task.FromResult(key);
            });
            (await connecting.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain("401");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string? header, string? value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Asking.TextPath)
        { Content = new StringContent(Asking.Greeting, mediaType: new("application/json")) };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value).Should().BeTrue();
        }

        return await _api.Client.SendAsync(request);
    }
}
