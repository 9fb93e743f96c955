using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AzuSena.Web.Tests.Widget;

/// <summary>What the chat on other sites is served, and what its ticket opens.</summary>
public sealed class WidgetAccessTests
{
    private const string Key = "una-clave-de-prueba-1";
    private const string Origins = "--Widget:Origins=https://www.ejemplo.co,https://otro.ejemplo.co";
    private const int MostBytes = 40 * 1024;

    [Fact]
    public async Task Script_Compressed_IsWithinItsSize()
    {
        await using var api = await TestApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js") { Headers = { { "Accept-Encoding", "gzip" } } };

        using var response = await api.Client.SendAsync(request);

        response.Content.Headers.ContentEncoding.Should().Equal("gzip");
        (await response.Content.ReadAsByteArrayAsync()).Length.Should().BeInRange(500, MostBytes);
        response.Headers.CacheControl!.NoCache.Should().BeTrue("pages name it without a version");
    }

    [Fact]
    public async Task Frame_Policy_NamesTheAllowedOriginsAndNoOther()
    {
        await using var api = await TestApi.StartAsync(Origins);

        using var frame = await api.Client.GetAsync("/widget.html");
        using var page = await api.Client.GetAsync("/");

        PolicyOf(frame).Should().StartWith("frame-ancestors 'self' https://www.ejemplo.co https://otro.ejemplo.co; ").And.NotContain("unsafe");
        frame.Headers.Contains("X-Frame-Options").Should().BeFalse();
        PolicyOf(page).Should().Contain("frame-ancestors 'none'");
        page.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
    }

    [Fact]
    public async Task Ticket_WithKeys_OpensWhatTheChatUsesAndNothingElse()
    {
        await using var api = await TestApi.StartAsync(Origins, $"--Api:Keys={Key}");
        var ticket = await TicketAsync(api);

        (await StatusAsync(api, HttpMethod.Get, "/azusena_api/suggestions", ticket)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(api, HttpMethod.Post, "/azusena_api/conversations", ticket)).Should().Be(HttpStatusCode.Created);
        (await StatusAsync(api, HttpMethod.Post, "/hubs/chat/negotiate?negotiateVersion=1", ticket)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(api, HttpMethod.Post, "/azusena_api/query/text", ticket)).Should().Be(HttpStatusCode.Unauthorized);
        (await StatusAsync(api, HttpMethod.Get, "/azusena_api/questions/x/trace", ticket)).Should().Be(HttpStatusCode.Unauthorized);
        (await StatusAsync(api, HttpMethod.Post, "/mcp", ticket)).Should().Be(HttpStatusCode.Unauthorized);
        (await StatusAsync(api, HttpMethod.Get, "/azusena_api/suggestions", ticket[..^2] + "AA")).Should().Be(HttpStatusCode.Unauthorized);
        (await StatusAsync(api, HttpMethod.Get, "/azusena_api/suggestions", "widget-%%%")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Ticket_OfAnotherProcess_IsRefused()
    {
        await using var before = await TestApi.StartAsync(Origins, $"--Api:Keys={Key}");
        await using var api = await TestApi.StartAsync(Origins, $"--Api:Keys={Key}");

        (await StatusAsync(api, HttpMethod.Get, "/azusena_api/suggestions", await TicketAsync(before))).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Ticket_WithoutOrigins_IsNotGiven()
    {
        await using var api = await TestApi.StartAsync($"--Api:Keys={Key}");

        using var response = await api.Client.PostAsync("/widget/ticket", content: null);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RateLimit_OfTheChat_IsItsOwn()
    {
        await using var api = await TestApi.StartAsync(Origins, $"--Api:Keys={Key}", "--Widget:PerMinute=2");
        var ticket = await TicketAsync(api);

        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < 3; request++)
        {
            statuses.Add(await StatusAsync(api, HttpMethod.Get, "/azusena_api/suggestions", ticket));
        }

        statuses.Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests);
        (await StatusAsync(api, HttpMethod.Get, "/azusena_api/suggestions", Key)).Should().Be(HttpStatusCode.OK);
    }

    private static async Task<string> TicketAsync(TestApi api)
    {
        using var response = await api.Client.PostAsync("/widget/ticket", content: null);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticket").GetString()!;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestApi api, HttpMethod method, string path, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "X-Api-Key", key } } };
        using var response = await api.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static string PolicyOf(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();
}
