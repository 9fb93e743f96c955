using System.Net;
using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Hosting;

/// <summary>Behind a real nginx each piece of an answer arrives as it is made: the next one is made only when the one before has arrived.</summary>
public sealed class BehindNginxTests
{
    private const string Question = "¿Cuándo abre la biblioteca?";
    private const int Pieces = 20;

    [NginxTheory]
    [InlineData("bare")]
    [InlineData("documented")]
    public async Task ServerSentEvents_BehindNginx_ArriveAsTheyAreMade(string location)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var nginx = await Nginx.StartAsync(api.Address, Of(location));
        using var client = new HttpClient { BaseAddress = nginx.Address };
        using var response = await client.OpenStreamAsync(Question);
        await using var events = response.ReadEventsAsync().Select(step => step.Data).GetAsyncEnumerator();

        await ShouldArriveAsMadeAsync(composer, events);
    }

    [NginxTheory]
    [InlineData("documented", HttpTransportType.WebSockets)]
    [InlineData("documented", HttpTransportType.ServerSentEvents)]
    [InlineData("documented", HttpTransportType.LongPolling)]
    [InlineData("bare", HttpTransportType.ServerSentEvents)]
    [InlineData("bare", HttpTransportType.LongPolling)]
    [InlineData("bare", HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling)]
    public async Task SignalR_BehindNginx_ArrivesAsItIsMade(string location, HttpTransportType transports)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var nginx = await Nginx.StartAsync(api.Address, Of(location));
        await using var connection = new HubConnectionBuilder().WithUrl(new Uri(nginx.Address, "/hubs/chat"), transports).Build();
        await connection.StartAsync().WaitAsync(TestApi.Patience);
        await using var events = connection.StreamAsync<JsonElement>("Ask", Question).GetAsyncEnumerator();

        await ShouldArriveAsMadeAsync(composer, events);
    }

    [NginxFact]
    public async Task SocketIo_WebSocketBehindNginx_ArrivesAsItIsMade()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var nginx = await Nginx.StartAsync(api.Address, Nginx.Documented);
        await using var client = await LegacyClient.ConnectAsync(nginx.Address);
        await client.SendQueryAsync(Question);

        for (var piece = 0; piece < Pieces; piece++)
        {
            composer.Say($"{piece} ");
            (await client.NextAsync()).Body.Text("chunk").Should().Be($"{piece} ");
        }
    }

    [NginxTheory]
    [InlineData("bare")]
    [InlineData("documented")]
    public async Task SocketIo_PollingBehindNginx_ArrivesAsItIsMade(string location)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var nginx = await Nginx.StartAsync(api.Address, Of(location));
        using var client = new HttpClient { BaseAddress = nginx.Address };
        var session = await client.GetStringAsync("/socket.io/?EIO=4&transport=polling");
        var poll = $"/socket.io/?EIO=4&transport=polling&sid={JsonSerializer.Deserialize<JsonElement>(session[1..]).Text("sid")}";
        await PostAsync("40");
        await PollUntilAsync("connection_response");
        await PostAsync($"42[\"query_text\",\"{Question}\"]");

        for (var piece = 0; piece < Pieces; piece++)
        {
            composer.Say($"{piece} ");
            await PollUntilAsync($"\"chunk\":\"{piece} \"");
        }

        async Task PostAsync(string packet)
        {
            using var content = new StringContent(packet);
            (await client.PostAsync(poll, content)).EnsureSuccessStatusCode();
        }

        async Task PollUntilAsync(string expected)
        {
            for (var packets = ""; !packets.Contains(expected, StringComparison.Ordinal);)
            {
                packets = await client.GetStringAsync(poll).WaitAsync(TestApi.Patience);
                packets.Should().NotContain("error");
            }
        }
    }

    [NginxFact]
    public async Task Cancel_BehindNginx_ReachesTheComposer()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var nginx = await Nginx.StartAsync(api.Address, Nginx.Documented);
        using (var client = new HttpClient { BaseAddress = nginx.Address })
        {
            using var response = await client.OpenStreamAsync(Question);
            composer.Say("uno ");
            await using var events = response.ReadEventsAsync().Select(step => step.Data).GetAsyncEnumerator();
            await events.NextTokenAsync();
        }

        await composer.Cancelled;
    }

    [NginxFact]
    public async Task Limits_BehindNginxAsDocumented_GoByTheAskersAddress()
    {
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=1", "--Api:TrustedProxies=1");
        await using var nginx = await Nginx.StartAsync(api.Address, Nginx.Documented);
        using var client = new HttpClient { BaseAddress = nginx.Address };

        foreach (var (address, status) in new[] { ("192.0.2.1", HttpStatusCode.OK), ("192.0.2.1", HttpStatusCode.TooManyRequests),
            ("192.0.2.2", HttpStatusCode.TooManyRequests) })
        {
            // What a client claims by itself is not believed: nginx adds whom it really speaks with.
            using var request = new HttpRequestMessage(HttpMethod.Get, "/azusena_api/suggestions");
            request.Headers.Add("X-Forwarded-For", address);
            using var response = await client.SendAsync(request);
            response.StatusCode.Should().Be(status);
        }
    }

    [NginxFact]
    public async Task Limits_BehindTwoNginxAsDocumented_GoByTheAskersAddress()
    {
        await using var api = await TestApi.StartAsync("--RateLimit:PerMinute=1", "--Api:TrustedProxies=2");
        await using var inner = await Nginx.StartAsync(api.Address, Nginx.DocumentedBehindAnother);
        await using var outer = await Nginx.StartAsync(inner.Address, Nginx.Documented);
        using var direct = new HttpClient { BaseAddress = inner.Address };
        using var client = new HttpClient { BaseAddress = outer.Address };

        // What the outer one hands on, another client of the inner one says by itself here: as if the outer one spoke for 192.0.2.1.
        (await StatusAsync(direct, "192.0.2.1")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(client, "192.0.2.1")).Should().Be(HttpStatusCode.OK, "it is 127.0.0.1 to the outer one");
        (await StatusAsync(client, "192.0.2.2")).Should().Be(HttpStatusCode.TooManyRequests);
    }

    [NginxTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Origin_BehindNginxAsDocumented_IsThePublicOne(int proxies)
    {
        await using var api = await TestApi.StartAsync($"--Api:TrustedProxies={proxies}", "--AllowedHosts=asistente.ejemplo.co");
        await using var inner = await Nginx.StartAsync(api.Address, proxies == 1 ? Nginx.Documented : Nginx.DocumentedBehindAnother);
        await using var outer = proxies == 1 ? null : await Nginx.StartAsync(inner.Address, Nginx.Documented);
        using var client = new HttpClient { BaseAddress = (outer ?? inner).Address };
        foreach (var (host, expected) in new[] { ("asistente.ejemplo.co", HttpStatusCode.OK), ("pagina.ejemplo.co", HttpStatusCode.BadRequest) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/azusena_api/suggestions") { Headers = { Host = host } };
            request.Headers.Add("Origin", $"http://{host}");
            request.Headers.Add("X-Forwarded-Host", "asistente.ejemplo.co");
            request.Headers.Add("X-Forwarded-Proto", proxies == 1 ? "https" : "ftp");
            using var response = await client.SendAsync(request);

            response.StatusCode.Should().Be(expected);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string claimed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/azusena_api/suggestions");
        request.Headers.Add("X-Forwarded-For", claimed);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task ShouldArriveAsMadeAsync(StepComposer composer, IAsyncEnumerator<JsonElement> events)
    {
        for (var piece = 0; piece < Pieces; piece++)
        {
            composer.Say($"{piece} ");
            (await events.NextTokenAsync()).Should().Be($"{piece} ");
        }

        composer.End();
        (await events.ToEndAsync()).Text("type").Should().Be("answer_completed");
    }

    private static string Of(string location) => location == "bare" ? Nginx.Bare : Nginx.Documented;

    private static Task<TestApi> StartAsync(IAnswerComposer composer) => TestApi.StartAsync(services => services.AddSingleton(composer));
}
