using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Chat;

/// <summary>The wire is cut ten times at random points of one answer; what the client has at the end is whole, and it has nothing twice.</summary>
public sealed class CutWireTests
{
    private const int Cuts = 10;
    private const int Tokens = 300;
    private static readonly object Question = new { query = "¿Cuándo abre la biblioteca?", resumable = true };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task SignalR_CutTenTimes_TheTextIsWhole(int seed) => SurviveAsync(seed, (wire, id, last, heard) => HearSignalRAsync(wire.Address, id, last, heard));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task ServerSentEvents_CutTenTimes_TheTextIsWhole(int seed) =>
        SurviveAsync(seed, (wire, id, last, heard) => HearEventsAsync(wire.Address, id, last, heard));

    private static async Task SurviveAsync(int seed, Func<CuttingProxy, string?, int, Action<JsonElement>, Task> hearAsync)
    {
        var random = new Random(seed);
        var composer = new StepComposer();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        await using var wire = new CuttingProxy(api.Address, Cuts, () => random.Next(1, 3000));
        var events = new List<JsonElement>();
        string? id = null;
        var said = 0;
        using var limit = new CancellationTokenSource(TestApi.Patience);
        while (events.Count == 0 || events[^1].Text("type") != "answer_completed")
        {
            limit.Token.ThrowIfCancellationRequested();
            try
            {
                await hearAsync(wire, id, events.Count, step =>
                {
                    events.Add(step);
                    id ??= step.Text("question_id");

                    // The answer goes on with what was heard of it, a few pieces ahead; so cuts fall into it and beside it.
                    for (var piece = random.Next(0, 4); piece >= 0 && said < Tokens; piece--)
                    {
                        composer.Say($"palabra {said++} ");
                    }

                    if (said == Tokens)
                    {
                        composer.End();
                    }
                }).WaitAsync(limit.Token);
            }
            catch (Exception exception) when (
                exception is HttpRequestException or IOException or WebSocketException or HubException or InvalidOperationException)
            {
                // The wire was cut; the client comes back.
            }
        }

        wire.Cuts.Should().Be(Cuts);
        events.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, events.Count));
        var text = string.Concat(Enumerable.Range(0, Tokens).Select(number => $"palabra {number} "));
        string.Concat(events.Where(step => step.Text("type") == "answer_token").Select(step => step.Text("text"))).Should().Be(text);
        events[^1].GetProperty("answer").Text("response").Should().Be(text);
    }

    private static async Task HearSignalRAsync(Uri address, string? id, int last, Action<JsonElement> heard)
    {
        await using var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(address, "/hubs/chat"), HttpTransportType.WebSockets, options => options.SkipNegotiation = true)
            .Build();
        await connection.StartAsync();
        await foreach (var step in id is null ? connection.StreamAsync<JsonElement>("Ask", Question) : connection.StreamAsync<JsonElement>("Resume", id, last))
        {
            heard(step);
        }
    }

    private static async Task HearEventsAsync(Uri address, string? id, int last, Action<JsonElement> heard)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var request = id is null
            ? new HttpRequestMessage(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(Question) }
            : new HttpRequestMessage(HttpMethod.Get, $"/azusena_api/questions/{id}/events");
        request.Headers.Add("Last-Event-ID", $"{last}");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await foreach (var step in response.ReadEventsAsync())
        {
            heard(step.Data);
        }
    }
}
