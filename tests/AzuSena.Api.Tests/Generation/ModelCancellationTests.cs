using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Generation;

/// <summary>Whoever leaves, by whichever way, ends the model's work: the request to the model server is aborted and no token of it is taken any more.</summary>
public sealed class ModelCancellationTests
{
    private const int Times = 100;

    [Theory]
    [InlineData("rest")]
    [InlineData("sse")]
    [InlineData("stream disposed")]
    [InlineData("ask closed")]
    [InlineData("query_text closed")]
    public async Task Cancel_HundredAnswers_NoTokenIsTakenAfterwards(string way)
    {
        // Half of them are left in a flood of tokens, half while nothing comes.
        await using var server = await OllamaDouble.RunAsync(request => request.LastQuestion.Contains("inundación")
            ? ModelScript.Of(Enumerable.Repeat("token ", 1_000_000))
            : ModelScript.Of("token ").Stall());
        await using var api = await ModelApi.StartAsync(server);
        long after = 0;
        var scope = api.Get<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, scope) && instrument.Name == "azusena.model.tokens_after_cancellation")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref after, measurement));
        listener.Start();

        for (var time = 0; time < Times; time++)
        {
            await LeaveAsync(api, way, ModelApi.Question + (time % 2 == 0 ? " inundación" : " silencio"), server);
        }

        Interlocked.Read(ref after).Should().Be(0);
        server.Requests.Should().HaveCount(Times);
    }

    private static async Task LeaveAsync(TestApi api, string way, string question, OllamaDouble server)
    {
        using var leaving = new CancellationTokenSource();
        if (way == "rest")
        {
            var asking = api.Client.PostAsync(Asking.TextPath, JsonContent.Create(new { query = question }), leaving.Token);
            var asked = await server.NextRequestAsync();
            await leaving.CancelAsync();
            await asking.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
            await asked.ClientLeft.WaitAsync(TestApi.Patience);
            return;
        }

        if (way == "sse")
        {
            // Leaves at once, as a closed page does; by default a response that is left would be read on for two seconds.
            using var handler = new SocketsHttpHandler { MaxResponseDrainSize = 0, ResponseDrainTimeout = TimeSpan.Zero };
            using var client = new HttpClient(handler) { BaseAddress = api.Address };
            using var response = await client.OpenStreamAsync(question);
            await using var events = response.ReadEventsAsync().Select(item => item.Data).GetAsyncEnumerator();
            await events.NextTokenAsync();
        }
        else
        {
            await LeaveHubAsync(api, way, question, leaving);
        }

        await (await server.NextRequestAsync()).ClientLeft.WaitAsync(TestApi.Patience);
    }

    private static async Task LeaveHubAsync(TestApi api, string way, string question, CancellationTokenSource leaving)
    {
        await using var client = await ChatClient.ConnectAsync(api);
        if (way == "query_text closed")
        {
            await client.SendQueryAsync(question);
            (await client.NextAsync()).Body.Text("chunk").Should().StartWith("token");
            return;
        }

        await using var events = client.Connection.StreamAsync<JsonElement>("Ask", question, leaving.Token).GetAsyncEnumerator(CancellationToken.None);
        await events.NextTokenAsync();
        if (way == "stream disposed")
        {
            await leaving.CancelAsync();
            await FluentActions.Awaiting(async () =>
            {
                while (await events.MoveNextAsync())
                {
                }
            }).Should().ThrowAsync<OperationCanceledException>();
        }
        else
        {
            await client.Connection.StopAsync();
        }
    }
}
