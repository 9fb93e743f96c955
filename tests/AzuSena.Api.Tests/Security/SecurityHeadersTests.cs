using System.Net;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Security;

[Collection(CorpusApiGroup.Name)]
public sealed class SecurityHeadersTests(CorpusApi api)
{
    [Theory]
    [InlineData("GET", "/", null, HttpStatusCode.OK)]
    [InlineData("HEAD", "/", null, HttpStatusCode.OK)]
    [InlineData("GET", "/assets/theme.js", null, HttpStatusCode.OK)]
    [InlineData("GET", "/health", null, HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", null, HttpStatusCode.OK)]
    [InlineData("GET", "/openapi/v1.json", null, HttpStatusCode.OK)]
    [InlineData("POST", Asking.TextPath, Asking.Greeting, HttpStatusCode.OK)]
    [InlineData("POST", Asking.StreamPath, Asking.Greeting, HttpStatusCode.OK)]
    [InlineData("POST", "/hubs/chat/negotiate?negotiateVersion=1", "", HttpStatusCode.OK)]
    [InlineData("POST", Asking.TextPath, "{", HttpStatusCode.BadRequest)]
    [InlineData("POST", Asking.StreamPath, "{", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/azusena_api/passages/x", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/no/existe", null, HttpStatusCode.NotFound)]
    [InlineData("GET", Asking.TextPath, null, HttpStatusCode.MethodNotAllowed)]
    public async Task Reply_OfAnyKind_CarriesTheHeaders(string method, string path, string? body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path)
        { Content = body is null ? null : new StringContent(body, mediaType: new("application/json")) };
        using var response = await api.Client.SendAsync(request);

        response.StatusCode.Should().Be(status);
        ShouldBeGuarded(response);
        Policy(response).Should().Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
    }

    [Fact]
    public async Task Reply_ForeignOrigin_CarriesTheHeaders()
    {
        using var response = await api.Client.SendAsync(Cors.SimplePost(Asking.TextPath, "https://malo.ejemplo.co"));

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        ShouldBeGuarded(response);
    }

    [Fact]
    public async Task Reply_FaultOfOurs_CarriesTheHeadersAndNothingOfTheException()
    {
        await using var own = await TestApi.StartAsync(services =>
            services.AddTransient<AnswerService>(_ => throw new InvalidOperationException(FailingComposer.Secret)));
        using var response = await own.Client.PostBodyAsync(Asking.TextPath, Asking.Greeting);

        await response.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "internal");
        (await response.Content.ReadAsStringAsync()).Should().NotContain(FailingComposer.Secret);
        ShouldBeGuarded(response);
    }

    [Fact]
    public async Task Ask_ComposerFails_IsInternalWithNothingOfTheException()
    {
        await using var own = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer, FailingComposer>());
        using var response = await own.Client.PostBodyAsync(Asking.TextPath, """{"query": "¿Cuándo abre la biblioteca?"}""");

        await response.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "internal");
        (await response.Content.ReadAsStringAsync()).Should().NotContain(FailingComposer.Secret);
    }

    [Fact]
    public async Task Reply_ReferencePage_MayRunItsOwnScriptButLoadNothingFromElsewhere()
    {
        using var response = await api.Client.GetAsync("/docs/");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        ShouldBeGuarded(response);
        Policy(response).Should().Contain("script-src 'self' 'unsafe-inline'").And.NotContain("http").And.NotContain("*");
    }

    private static void ShouldBeGuarded(HttpResponseMessage response)
    {
        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        headers.Should().Contain("X-Content-Type-Options", "nosniff");
        headers.Should().Contain("X-Frame-Options", "DENY");
        headers.Should().Contain("Referrer-Policy", "no-referrer");
        headers.Should().Contain("Cross-Origin-Opener-Policy", "same-origin");
        headers.Should().ContainKey("Permissions-Policy");
        headers.Should().NotContainKey("Server").And.NotContainKey("X-Powered-By");
    }

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();
}
