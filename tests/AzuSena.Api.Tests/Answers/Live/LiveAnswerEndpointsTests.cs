using System.Net;
using System.Net.Http.Json;
using AzuSena.Answering;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Answers.Live;

public sealed class LiveAnswerEndpointsTests(SharedApis apis) : IClassFixture<SharedApis>
{
    private const string Question = "¿Cuándo abre la biblioteca?";

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    public async Task Events_ConnectionCutInMidAnswer_GivesTheRestWithItsNumbers(string way)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        string id;
        composer.Say("uno ");
        using (var response = await AskAsync(api))
        {
            await using var events = response.ReadEventsAsync().GetAsyncEnumerator();
            await events.MoveNextAsync();
            id = events.Current.Data.Text("question_id");
            await events.MoveNextAsync();
            await events.MoveNextAsync();
            events.Current.EventId.Should().Be("3");
            events.Current.Data.Text("text").Should().Be("uno ");
        }

        composer.Say("dos");
        composer.End();
        using var again = await FollowAsync(api, id, last: 3, way);
        again.Headers.GetValues("X-Accel-Buffering").Should().Equal("no");
        var rest = await again.ReadEventsAsync().ToListAsync();
        rest.Select(step => step.EventId).Should().Equal("4", "5");
        rest.Select(step => step.Data.GetProperty("sequence").GetInt32()).Should().Equal(4, 5);
        rest[^1].Data.GetProperty("answer").Text("response").Should().Be("uno dos");
        composer.IsCancelled.Should().BeFalse();

        using var nothing = await FollowAsync(api, id, last: 5, way);
        nothing.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delete_AnswerInTheMaking_EndsItsStream(bool resumable)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        composer.Say("uno ");
        using var response = await AskAsync(api, resumable);
        await using var events = response.ReadEventsAsync().Select(step => step.Data).GetAsyncEnumerator();
        await events.MoveNextAsync();
        var id = events.Current.Text("question_id");
        await events.NextTokenAsync();

        (await api.Client.DeleteAsync($"/azusena_api/questions/{id}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await events.ToEndAsync()).Text("code").Should().Be("answer_stopped");
        await composer.Cancelled;
    }

    [Fact]
    public async Task Delete_WholeAnswerOverRest_IsAProblemForWhoeverWaits()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        composer.Say("uno ");
        using var stream = await AskAsync(api, resumable: false);
        await using var events = stream.ReadEventsAsync().Select(step => step.Data).GetAsyncEnumerator();
        await events.MoveNextAsync();
        (await api.Client.DeleteAsync("/azusena_api/questions/no-existe")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await api.Client.DeleteAsync($"/azusena_api/questions/{events.Current.Text("question_id")}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("no-existe", "0", HttpStatusCode.NotFound, "question_not_found")]
    [InlineData("no-existe", "-1", HttpStatusCode.NotFound, "question_not_found")]
    [InlineData("no-existe", "abc", HttpStatusCode.BadRequest, "request_invalid")]
    public async Task Events_UnknownQuestion_IsAProblem(string id, string after, HttpStatusCode status, string code)
    {
        var api = await apis.OfAsync();

        await (await api.Client.GetAsync($"/azusena_api/questions/{id}/events?after={after}")).ShouldBeProblemAsync(status, code);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("1.5")]
    public async Task Events_AfterAnEventThatIsNot_IsAProblem(string last)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        composer.End();
        using var response = await AskAsync(api);
        var events = await response.ReadEventsAsync().ToListAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/azusena_api/questions/{events[0].Data.Text("question_id")}/events");
        request.Headers.Add("Last-Event-ID", last);

        await (await api.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
    }

    [Fact]
    public async Task Ask_RefusedForWantOfASlot_LeavesTheKeptAnswersAlone()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer, "--Chat:QuestionsPerAddress=1", "--Answers:MaxResumable=1");
        composer.Say("uno ");
        using var kept = await api.Client.SendAsync(Ask(resumable: true), HttpCompletionOption.ResponseHeadersRead);
        await using var events = kept.ReadEventsAsync().Select(step => step.Data).GetAsyncEnumerator();
        await events.MoveNextAsync();
        var id = events.Current.Text("question_id");
        composer.End();
        await events.ToEndAsync();
        composer.Begin();
        using var holding = await api.Client.SendAsync(Ask(resumable: false), HttpCompletionOption.ResponseHeadersRead);

        (await AskAsync(api)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);

        api.Get<LiveAnswers>().KeptCount.Should().Be(1);
        (await api.Client.GetAsync($"/azusena_api/questions/{id}/events")).StatusCode.Should().Be(
            HttpStatusCode.OK, "it must not give way to an answer that is not made");

        static HttpRequestMessage Ask(bool resumable) =>
            new(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(new { query = Question, resumable }) };
    }

    [Fact]
    public async Task Events_AnotherKey_FindsNothing()
    {
        const string First = "clave-de-la-primera-persona";
        const string Second = "clave-de-la-segunda-persona";
        var composer = new StepComposer();
        await using var api = await StartAsync(composer, $"--Api:Keys={First},{Second}");
        composer.Say("uno ");
        api.Client.DefaultRequestHeaders.Add("X-Api-Key", First);
        using var response = await AskAsync(api);
        await using var events = response.ReadEventsAsync().Select(step => step.Data).GetAsyncEnumerator();
        await events.MoveNextAsync();
        var path = $"/azusena_api/questions/{events.Current.Text("question_id")}";

        api.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        api.Client.DefaultRequestHeaders.Add("X-Api-Key", Second);
        await (await api.Client.GetAsync($"{path}/events")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
        await (await api.Client.DeleteAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
        await (await api.Client.PostAsJsonAsync($"{path}/feedback", new { rating = "up" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
        composer.IsCancelled.Should().BeFalse();
    }

    [Fact]
    public async Task Stream_TooManyFromOneAddress_IsAProblemUntilOneEnds()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer, "--Chat:QuestionsPerAddress=1");
        composer.Say("uno ");
        using var response = await AskAsync(api);
        await using var events = response.ReadEventsAsync().Select(step => step.Data).GetAsyncEnumerator();
        await events.NextTokenAsync();

        await (await AskAsync(api)).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_questions");
        await (await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = Question }))
            .ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_questions");
        composer.End();
        await events.ToEndAsync();
        (await api.Client.AskAsync(Question)).Text("response").Should().Be("uno ");
    }

    private static async Task<HttpResponseMessage> AskAsync(TestApi api, bool resumable = true) => await api.Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(new { query = Question, resumable }) },
        HttpCompletionOption.ResponseHeadersRead);

    private static async Task<HttpResponseMessage> FollowAsync(TestApi api, string id, int last, string way)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/azusena_api/questions/{id}/events{(way == "query" ? $"?after={last}" : "")}");
        if (way == "header")
        {
            request.Headers.Add("Last-Event-ID", $"{last}");
        }

        return await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static Task<TestApi> StartAsync(IAnswerComposer composer, params string[] settings) =>
        TestApi.StartAsync(services => services.AddSingleton(composer), settings);
}
