using System.Net;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Hosting;

[Collection(CorpusApiGroup.Name)]
public sealed class HeadRequestTests(CorpusApi api)
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/health/")]
    [InlineData("/health/ready")]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/docs/")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/azusena_api/suggestions")]
    [InlineData("/azusena_api/passages/nada")]
    [InlineData("/azusena_api/conversations/nada")]
    [InlineData("/azusena_api/questions/nada/trace")]
    public async Task Head_WhatGetAnswers_IsTheSameWithoutABody(string path)
    {
        using var got = await api.Client.GetAsync(path);
        using var head = await SendAsync(HttpMethod.Head, path);

        head.StatusCode.Should().Be(got.StatusCode);
        head.Content.Headers.ContentType.Should().Be(got.Content.Headers.ContentType);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Asking.TextPath, "POST")]
    [InlineData("/azusena_api/conversations", "POST")]
    [InlineData("/azusena_api/questions/nada/events", "GET")]
    public async Task Head_WhatCannotBeAskedSo_IsMethodNotAllowed(string path, string allowed)
    {
        using var head = await SendAsync(HttpMethod.Head, path);

        head.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        head.Content.Headers.Allow.Should().Equal(allowed);
    }

    [Theory]
    [InlineData("POST", "/health", "GET, HEAD")]
    [InlineData("PUT", "/azusena_api/query/text", "POST")]
    [InlineData("OPTIONS", "/azusena_api/query/text", "POST")]
    [InlineData("OPTIONS", "/health/ready", "GET, HEAD")]
    [InlineData("TRACE", "/health", "GET, HEAD")]
    [InlineData("DELETE", "/azusena_api/questions/nada/events", "GET")]
    [InlineData("PUT", "/azusena_api/conversations/nada", "DELETE, GET, HEAD, PATCH")]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("PUT", "/index.html", "GET, HEAD")]
    public async Task WrongMethod_AnyPath_SaysWhichAreAllowed(string method, string path, string allowed)
    {
        using var response = await SendAsync(HttpMethod.Parse(method), path);

        await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        string.Join(", ", response.Content.Headers.Allow.Order(StringComparer.Ordinal)).Should().Be(allowed);
    }

    [Fact]
    public async Task OpenApi_Head_IsNotListed() =>
        (await api.Client.GetStringAsync("/openapi/v1.json")).Should().NotContain("\"head\"");

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => api.Client.SendAsync(new HttpRequestMessage(method, path));
}
