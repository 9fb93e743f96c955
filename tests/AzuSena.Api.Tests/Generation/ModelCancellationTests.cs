using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Models;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Generation;

/// <summary>Whoever leaves, by whichever way, ends the model's work: the request to the model server is aborted and no token of it is taken any more.</summary>
public sealed class ModelCancellationTests
{
    [Theory]
    [InlineData("rest")]
    [InlineData("sse")]
    [InlineData("stream disposed")]
    [InlineData("ask closed")]
    [InlineData("query_text closed")]
    public Task Cancel_HundredAnswers_NoTokenIsTakenAfterwards(string way) =>
        LeftAnswers.ShouldEndTheModelsWorkAsync((api, question, asked) => LeaveAsync(api, way, question, asked));

    private static async Task LeaveAsync(TestApi api, string way, string question, Task<ModelRequest> asked)
    {
        using var leaving = new CancellationTokenSource();
        if (way == "rest")
        {
            var asking = api.Client.PostAsync(Asking.TextPath, JsonContent.Create(new { query = question }), leaving.Token);
            await asked;
            await leaving.CancelAsync();
            await asking.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        }
        else if (way == "sse")
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
    }

    private static async Task LeaveHubAsync(TestApi api, string way, string question, CancellationTokenSource leaving)
    {
        await using var client = await ChatClient.ConnectAsync(api);
        if (way == "query_text closed")
        {
            await client.SendQueryAsync(question);
            (await client.NextAsync()).Body.Text("chunk").Should().StartWith("el token");
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
