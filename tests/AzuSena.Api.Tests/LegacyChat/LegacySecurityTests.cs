using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.LegacyChat;

public sealed class LegacySecurityTests(SharedApis apis) : IClassFixture<SharedApis>
{
    private const string Key = "clave-de-prueba-0001";
    private const string Named = "https://www.ejemplo.co";
    private const string Handshake = "/socket.io/?EIO=4&transport=polling";

    [Fact]
    public async Task Connect_KeyInEachPlace_IsAdmitted()
    {
        var api = await apis.OfAsync($"--Api:Keys={Key}");
        (string Auth, string Query, (string Name, string Value)? Header)[] places =
        [
            ($$"""{"token":"{{Key}}"}""", "", null),
            ("", $"&access_token={Key}", null),
            ("", "", ("X-Api-Key", Key)),
            ("", "", ("Authorization", $"Bearer {Key}")),
        ];
        foreach (var (auth, query, header) in places)
        {
            await using var client = await LegacyClient.ConnectAsync(api, auth, query, options =>
            {
                if (header is { } set)
                {
                    options.SetRequestHeader(set.Name, set.Value);
                }
            });
            client.IsAdmitted.Should().BeTrue(client.Admission);
            (await client.AskAsync("hola"))[^1].Name.Should().Be("query_response");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"token\":\"clave-de-prueba-0002\"}")]
    [InlineData("{\"token\":7}")]
    [InlineData("{\"token\":\"\\ud800\"}")]
    public async Task Connect_NoOrWrongKey_IsRefusedInSpanishAndMayAskNothing(string auth)
    {
        var api = await apis.OfAsync($"--Api:Keys={Key}");
        await using var client = await LegacyClient.ConnectAsync(api, auth);

        client.Admission.Should().StartWith("44{");
        var refusal = JsonSerializer.Deserialize<JsonElement>(client.Admission[2..]);
        refusal.Text("message").Should().NotBeNullOrWhiteSpace();
        refusal.GetProperty("data").Text("code").Should().Be("unauthorized");
        await client.SendQueryAsync("hola");
        await client.Awaiting(it => it.ReadAsync()).Should().ThrowAsync<Exception>("the connection is closed");
    }

    [Fact]
    public async Task Handshake_WrongKeyInTheRequest_IsUnauthorized()
    {
        var api = await apis.OfAsync($"--Api:Keys={Key}");
        using var response = await api.Client.GetAsync(Handshake + "&access_token=clave-de-prueba-0002");

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Connect_ConversationOfAnotherKey_IsNotFound()
    {
        const string OtherKey = "clave-de-prueba-0002";
        await using var api = await TestApi.StartAsync($"--Api:Keys={Key},{OtherKey}");
        api.Client.DefaultRequestHeaders.Add("X-Api-Key", Key);
        var conversation = await api.Client.BeginConversationAsync();
        foreach (var (key, last) in new[] { (OtherKey, "error"), (Key, "query_response") })
        {
            await using var client = await LegacyClient.ConnectAsync(api, $$"""{"token":"{{key}}"}""");
            (await client.AskAsync(new { query = ModelApi.Question, conversation_id = conversation }))[^1].Name.Should().Be(last);
        }
    }

    [Fact]
    public async Task QueryText_AboveTheRate_IsAnErrorEvent()
    {
        // One for the handshake, one for the first question.
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=2");
        await using var client = await LegacyClient.ConnectAsync(api);
        (await client.AskAsync("hola"))[^1].Name.Should().Be("query_response");
        var (name, body) = (await client.AskAsync("hola"))[^1];

        name.Should().Be("error");
        body.Text("code").Should().Be("rate_limited");
        using var handshake = await api.Client.GetAsync(Handshake);
        await handshake.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "rate_limited");
    }

    [Fact]
    public async Task Connect_GuessingKeys_IsCounted()
    {
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=2", $"--Api:Keys={Key}");
        await using var client = await LegacyClient.ConnectAsync(api, "{\"token\":\"x\"}");
        client.Admission.Should().Contain("unauthorized");
        await client.SendAsync($$"""40{"token":"{{Key}}"}""");

        (await client.ReadAsync()).Should().StartWith("44{").And.Contain("rate_limited");
    }

    [Fact]
    public async Task Poll_ManyTimesInOneSession_IsNotCounted()
    {
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=1");
        var open = await api.Client.GetStringAsync(Handshake);
        var sid = JsonSerializer.Deserialize<JsonElement>(open[1..]).Text("sid");
        for (var i = 0; i < 10; i++)
        {
            using var posted = await api.Client.PostAsync($"{Handshake}&sid={sid}", new StringContent("6"));
            posted.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Handshake_ForeignOrigin_IsRefusedAndANamedOneMayReadIt()
    {
        await using var api = await TestApi.StartAsync($"--Api:CorsOrigins={Named}");
        foreach (var (origin, status) in new[] { ("https://malo.ejemplo.co", HttpStatusCode.Forbidden), (Named, HttpStatusCode.OK) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Handshake);
            request.Headers.Add("Origin", origin);
            using var response = await api.Client.SendAsync(request);
            response.StatusCode.Should().Be(status);
            response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed).Should().Be(origin == Named);
            (allowed ?? [Named]).Should().Equal(Named);
            var connecting = () => LegacyClient.ConnectAsync(api, configure: options => options.SetRequestHeader("Origin", origin));
            if (origin == Named)
            {
                await (await connecting()).DisposeAsync();
            }
            else
            {
                (await connecting.Should().ThrowAsync<WebSocketException>()).Which.Message.Should().Contain("403");
            }
        }
    }

    [Fact]
    public async Task Request_NotOfTheProtocol_IsRefusedWithoutOurInsides()
    {
        var api = await apis.OfAsync();
        foreach (var path in new[] { "/socket.io/", "/socket.io", "/socket.io/?EIO=3&transport=polling", Handshake + "&sid=x" })
        {
            using var response = await api.Client.GetAsync(path);
            response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            (await response.Content.ReadAsStringAsync()).ShouldHoldNothingOfOurs();
        }
    }

    [Fact]
    public async Task Post_LargerThanAQuestion_IsTooLarge()
    {
        var api = await apis.OfAsync();
        var sid = JsonSerializer.Deserialize<JsonElement>((await api.Client.GetStringAsync(Handshake))[1..]).Text("sid");
        using var posted = await api.Client.PostAsync($"{Handshake}&sid={sid}", new StringContent("4" + new string('a', 64 * 1024)));

        posted.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }
}
