using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Answering.Tracing;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Work;
using AzuSena.Conversations;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Answers.Live;

/// <summary>
/// A resumable answer that takes all there is (rewriting, a tool, the judge) and loses its connection: it goes on as if nothing had happened.
/// </summary>
public sealed class CutAnswerTests(WholeAnswerApi whole) : IClassFixture<WholeAnswerApi>
{
    [Theory]
    [InlineData("sse", "rewriting")]
    [InlineData("sse", "tool")]
    [InlineData("sse", "token")]
    [InlineData("sse", "judge")]
    [InlineData("signalr", "rewriting")]
    [InlineData("signalr", "tool")]
    [InlineData("signalr", "token")]
    [InlineData("signalr", "judge")]
    public async Task Ask_ConnectionCutWhileTheModelIsAwaited_EndsWholeWithItsTurnAndTrace(string way, string stage)
    {
        var conversation = await whole.BeginAsync();
        var reached = whole.HoldAt(stage);
        List<JsonElement> heard;
        await using (var asker = await Asker.AskAsync(whole.Api, way, conversation))
        {
            heard = [await asker.NextAsync()];
            await reached;
        }

        // The request or connection is gone, and all that belonged to it; what is left is the answer itself.
        await Eventually.TrueAsync(() => whole.Api.Get<RunningWork>().Count == 1);
        whole.Release();

        await ShouldEndWholeAsync(way, conversation, heard);
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("signalr")]
    public async Task Ask_ConnectionCutAtEveryEvent_EndsWholeWithItsTurnAndTrace(string way)
    {
        var isCut = true;
        for (var events = 1; isCut; events++)
        {
            var conversation = await whole.BeginAsync();
            var heard = new List<JsonElement>();
            await using (var asker = await Asker.AskAsync(whole.Api, way, conversation))
            {
                while (heard.Count < events && isCut)
                {
                    heard.Add(await asker.NextAsync());
                    isCut = heard[^1].Text("type") != "answer_completed";
                }
            }

            await ShouldEndWholeAsync(way, conversation, heard);
        }
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("signalr")]
    public async Task Ask_ConnectionCutBeforeTheFirstEvent_KeepsTheTurn(string way)
    {
        var conversation = await whole.BeginAsync();
        var kept = whole.Api.Get<LiveAnswers>().KeptCount;
        await using (var asker = await Asker.AskAsync(whole.Api, way, conversation))
        {
            _ = asker.NextAsync();
            await Eventually.TrueAsync(() => whole.Api.Get<LiveAnswers>().KeptCount > kept);
        }

        await Eventually.TrueAsync(() => TurnsOf(conversation).Count == 2);
        TurnsOf(conversation)[1].Answer.Should().Be(WholeAnswerApi.Answer);
    }

    private async Task ShouldEndWholeAsync(string way, string conversation, List<JsonElement> heard)
    {
        var id = heard[0].Text("question_id");
        await using (var again = await Asker.ResumeAsync(whole.Api, way, id, heard.Count))
        {
            heard.AddRange(await again.RestAsync());
        }

        heard.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, heard.Count));
        heard.Select(step => step.Text("type")).Should().ContainInOrder(
            "answer_started", "question_rewritten", "passages_retrieved", "tool_called", "tool_returned", "answer_token", "answer_completed");
        heard.Count(step => step.Text("type") is "answer_completed" or "answer_failed").Should().Be(1);
        string.Concat(heard.Where(step => step.Text("type") == "answer_token").Select(step => step.Text("text"))).Should().Be(WholeAnswerApi.Answer);
        TurnsOf(conversation)[1].Answer.Should().Be(WholeAnswerApi.Answer);
        await whole.Api.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        whole.Api.Get<TraceStore>().Find(id)!.Judgements.Should().ContainSingle();
    }

    private IReadOnlyList<ConversationTurn> TurnsOf(string conversation) => whole.Api.Get<ConversationStore>().Read(conversation, owner: null).Turns;

    /// <summary>Whoever asks or resumes over one of the ways; disposing of it cuts the connection.</summary>
    private sealed class Asker(IAsyncEnumerator<JsonElement> events, Func<ValueTask> cut) : IAsyncDisposable
    {
        public static async Task<Asker> AskAsync(TestApi api, string way, string conversation)
        {
            var question = new { query = WholeAnswerApi.FollowUp, conversation_id = conversation, resumable = true };
            return way == "sse"
                ? OverHttp(api, new HttpRequestMessage(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(question) })
                : await OverHubAsync(api, "Ask", question);
        }

        public static async Task<Asker> ResumeAsync(TestApi api, string way, string id, int after) => way == "sse"
            ? OverHttp(api, new HttpRequestMessage(HttpMethod.Get, $"/azusena_api/questions/{id}/events?after={after}"))
            : await OverHubAsync(api, "Resume", id, after);

        public async Task<JsonElement> NextAsync()
        {
            (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience)).Should().BeTrue("the answer goes on");
            return events.Current;
        }

        public async Task<List<JsonElement>> RestAsync()
        {
            var rest = new List<JsonElement>();
            while (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience))
            {
                rest.Add(events.Current);
            }

            return rest;
        }

        public ValueTask DisposeAsync() => cut();

        private static Asker OverHttp(TestApi api, HttpRequestMessage request)
        {
            // Otherwise the rest of a response is waited for before its connection is closed.
            var client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero })
            { BaseAddress = api.Address, Timeout = TestApi.Patience };
            var cut = new CancellationTokenSource();
            var sending = client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cut.Token);
            return new Asker(EventsAsync(sending).GetAsyncEnumerator(), async () =>
            {
                await cut.CancelAsync();
                await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                (sending.IsCompletedSuccessfully ? await sending : null)?.Dispose();
                client.Dispose();
            });
        }

        private static async Task<Asker> OverHubAsync(TestApi api, string method, params object?[] arguments)
        {
            var client = await ChatClient.ConnectAsync(api);
            var events = client.Events(method, arguments);
            return new Asker(events, client.DisposeAsync);
        }

        private static async IAsyncEnumerable<JsonElement> EventsAsync(Task<HttpResponseMessage> sending)
        {
            using var response = await sending;
            response.EnsureSuccessStatusCode();
            if (response.StatusCode == System.Net.HttpStatusCode.NoContent)
            {
                yield break;
            }

            await foreach (var step in response.ReadEventsAsync())
            {
                yield return step.Data;
            }
        }
    }
}
