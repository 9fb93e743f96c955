using System.Net;
using AzuSena.Api.Tests.Support;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Security;

/// <summary>One request a minute: the second one is refused unless a whole minute lies between the two.</summary>
public sealed class RateLimitTests
{
    private const string OnePerMinute = "--RateLimit:PerMinute=1";
    private const string Proxy = "--Api:TrustedProxies=1";

    [Fact]
    public async Task Ask_AboveTheRate_IsRateLimitedAndSaysWhenToComeBack()
    {
        await using var api = await TestApi.StartAsync(OnePerMinute, Proxy);
        using var first = await AskAsync(api, "203.0.113.1");
        using var second = await AskAsync(api, "203.0.113.1");

        first.StatusCode.Should().Be(HttpStatusCode.OK);
        await second.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "rate_limited");
        second.Headers.RetryAfter!.Delta!.Value.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Ask_OtherAddress_HasARateOfItsOwn()
    {
        await using var api = await TestApi.StartAsync(OnePerMinute, Proxy);
        foreach (var address in new[] { "203.0.113.1", "203.0.113.2", "2001:db8::1" })
        {
            using var response = await AskAsync(api, address);
            response.StatusCode.Should().Be(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task Ask_RateZero_IsNeverLimited()
    {
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=0");
        for (var i = 0; i < 20; i++)
        {
            using var response = await AskAsync(api, "203.0.113.1");
            response.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Health_AboveTheRate_IsNotLimited()
    {
        await using var api = await TestApi.StartAsync(OnePerMinute);
        for (var i = 0; i < 10; i++)
        {
            using var health = await api.Client.GetAsync("/health");
            using var ready = await api.Client.GetAsync("/health/ready");
            health.StatusCode.Should().Be(HttpStatusCode.OK);
            ready.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task QueryText_AboveTheRate_IsAnErrorEvent()
    {
        await using var api = await TestApi.StartAsync(OnePerMinute);
        await using var client = await ConnectAsync(api);
        (await client.AskAsync("hola")).Chunks.Should().NotBeEmpty();
        await client.SendQueryAsync("hola");

        var (name, body) = await client.NextAsync();
        name.Should().Be("error");
        body.Text("code").Should().Be("rate_limited");
        body.Text("message").Should().NotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Ask_HubAboveTheRate_EndsTheStreamAndIsAnErrorEvent()
    {
        await using var api = await TestApi.StartAsync(OnePerMinute);
        await using var client = await ConnectAsync(api);
        (await client.StreamAsync("hola"))[^1].Text("type").Should().Be("answer_completed");

        (await client.Awaiting(chat => chat.StreamAsync("hola")).Should().ThrowAsync<HubException>()).Which.Message.Should().Contain("rate_limited");
        (await client.NextAsync()).Body.Text("code").Should().Be("rate_limited");
        client.Connection.State.Should().Be(HubConnectionState.Connected);
    }

    // Negotiation is a request like any other and would be counted.
    private static Task<ChatClient> ConnectAsync(TestApi api) =>
        ChatClient.ConnectAsync(api, HttpTransportType.WebSockets, options => options.SkipNegotiation = true);

    private static async Task<HttpResponseMessage> AskAsync(TestApi api, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Asking.TextPath)
        { Content = new StringContent(Asking.Greeting, mediaType: new("application/json")) };
        request.Headers.Add("X-Forwarded-For", address);
        return await api.Client.SendAsync(request);
    }
}
