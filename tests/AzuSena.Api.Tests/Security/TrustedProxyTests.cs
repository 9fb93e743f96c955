using System.Net;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.Extensions.Logging;

namespace AzuSena.Api.Tests.Security;

/// <summary>Who a caller is taken for: with one request a minute, the second one of the same caller is refused.</summary>
public sealed class TrustedProxyTests
{
    private const string Path = "/azusena_api/suggestions";

    [Theory]
    [InlineData(0, "192.0.2.1", "192.0.2.2", true)]
    [InlineData(0, null, "192.0.2.1", true)]
    [InlineData(1, "192.0.2.1", "192.0.2.2", false)]
    [InlineData(1, "203.0.113.1, 192.0.2.1", "203.0.113.2, 192.0.2.1", true)]
    [InlineData(1, "192.0.2.1, 203.0.113.1", "192.0.2.1, 203.0.113.2", false)]
    [InlineData(1, null, "127.0.0.1", true)]
    [InlineData(1, "192.0.2.1:4711", "192.0.2.1:4712", true)]
    [InlineData(1, "nadie", "unknown", true)]
    [InlineData(1, "'; DROP TABLE --", "", true)]
    [InlineData(2, "203.0.113.1, 192.0.2.1, 10.0.0.1", "203.0.113.2, 192.0.2.1, 10.0.0.2", true)]
    [InlineData(2, "192.0.2.1, 10.0.0.1", "192.0.2.2, 10.0.0.1", false)]
    [InlineData(2, "192.0.2.1", "192.0.2.2", false)]
    [InlineData(2, "nadie, 10.0.0.1", "ninguna, 10.0.0.1", true)]
    [InlineData(1, "2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData(1, "2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData(1, "[2001:db8:1:2::1]:4711", "2001:db8:1:2::9", true)]
    [InlineData(1, "[2001:db8:1:2::1]", "2001:db8:1:2::9", true)]
    [InlineData(1, "::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData(1, "::ffff:192.0.2.1", "::ffff:192.0.2.2", false)]
    public async Task Caller_ByTheNumberOfTrustedProxies_IsTheNthFromTheRight(int proxies, string? first, string? second, bool isSame)
    {
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=1", $"--Api:TrustedProxies={proxies}");

        (await StatusAsync(api, first)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(api, second)).Should().Be(isSame ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
    }

    [Fact]
    public async Task Origin_SchemeAndHostOfTheProxy_CountOnlyIfItIsTrusted()
    {
        foreach (var (proxies, expected) in new[] { (0, HttpStatusCode.Forbidden), (1, HttpStatusCode.OK) })
        {
            await using var api = await TestApi.StartAsync($"--Api:TrustedProxies={proxies}", "--AllowedHosts=asistente.ejemplo.co;127.0.0.1");
            using var request = new HttpRequestMessage(HttpMethod.Get, Path);
            request.Headers.Add("Origin", "https://asistente.ejemplo.co");
            request.Headers.Add("X-Forwarded-Proto", "http, https");
            request.Headers.Add("X-Forwarded-Host", "pagina.ejemplo.co, asistente.ejemplo.co");
            using var response = await api.Client.SendAsync(request);

            response.StatusCode.Should().Be(expected);
        }
    }

    [Fact]
    public async Task Log_ForwardedHeadersThatNobodyIsTrustedFor_AreToldOnce()
    {
        using var log = new LogLines();
        await using var api = await TestApi.StartAsync(log.Register);
        (await StatusAsync(api, forwardedFor: null)).Should().Be(HttpStatusCode.OK);
        log.Of(LogLevel.Warning).Should().BeEmpty();

        await StatusAsync(api, "192.0.2.1");
        await StatusAsync(api, "192.0.2.2");

        log.Of(LogLevel.Warning).Should().ContainSingle().Which.Should().Contain("TRUSTED_PROXIES").And.NotContain("192.0.2");
    }

    [Fact]
    public async Task Trace_ThroughAProxyThatIsNotTrusted_IsNotOfThisMachine()
    {
        await using var api = await TestApi.StartAsync();
        var id = (await api.Client.AskAsync("¿Cuándo abre la biblioteca?")).Text("question_id");
        foreach (var header in new[] { "X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/azusena_api/questions/{id}/trace");
            request.Headers.TryAddWithoutValidation(header, "1.1 proxy");
            await (await api.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
        }
    }

    [NginxFact]
    public async Task BehindBareNginx_AddressThatAClientClaims_IsNotRead()
    {
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=1");
        await using var nginx = await Nginx.StartAsync(api.Address, Nginx.Bare);
        using var client = new HttpClient { BaseAddress = nginx.Address };

        (await StatusAsync(client, "192.0.2.1")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(client, "192.0.2.2")).Should().Be(HttpStatusCode.TooManyRequests);
    }

    private static Task<HttpStatusCode> StatusAsync(TestApi api, string? forwardedFor) => StatusAsync(api.Client, forwardedFor);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string? forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        if (forwardedFor is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
