using System.Net;
using System.Net.Http.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Answers;

[Collection(CorpusApiGroup.Name)]
public sealed class AnswerStreamTests(CorpusApi api)
{
    [Fact]
    public async Task Stream_Question_IsAnUnbufferedEventStream()
    {
        using var response = await api.Client.OpenStreamAsync("¿Qué es el SENA?");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        response.Headers.GetValues("X-Accel-Buffering").Should().Equal("no");
        response.Headers.CacheControl!.NoCache.Should().BeTrue();
    }

    [Fact]
    public async Task Stream_AnswerableQuestion_TellsEachStepInOrder()
    {
        using var response = await api.Client.OpenStreamAsync("¿Qué es el contrato de aprendizaje?");
        var events = await response.ReadEventsAsync().ToListAsync();

        events.Select(item => item.EventId).Should().Equal(Enumerable.Range(1, events.Count).Select(number => $"{number}"));
        var types = events.ConvertAll(item => item.Data.Text("type"));
        types[..2].Should().Equal("answer_started", "passages_retrieved");
        types[2..^1].Should().NotBeEmpty().And.OnlyContain(type => type == "answer_token" || type == "sentence_grounded");
        types[^1].Should().Be("answer_completed");
        events[1].Data.GetProperty("passages")[0].Text("passage_id").Should().NotBeEmpty();
        events[1].Data.GetProperty("corrections").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Stream_Tokens_PutTogetherAreTheResponseOfTheWholeAnswer()
    {
        const string Question = "¿Cuáles son los deberes del aprendiz?";
        using var response = await api.Client.OpenStreamAsync(Question);
        var events = await response.ReadEventsAsync().Select(item => item.Data).ToListAsync();

        var answer = events[^1].GetProperty("answer");
        string.Concat(events.Where(item => item.Text("type") == "answer_token").Select(item => item.Text("text"))).Should().Be(answer.Text("response"));
        answer.Text("question_id").Should().Be(events[0].Text("question_id"));
        answer.Lasting().Should().Be((await api.Client.AskAsync(Question)).Lasting());
    }

    [Fact]
    public async Task Stream_QuestionThatTheDocumentsDoNotAnswer_SaysSoBeforeItsTokens()
    {
        using var response = await api.Client.OpenStreamAsync("¿Quién ganó el mundial de fútbol de 1986?");
        var types = await response.ReadEventsAsync().Select(item => item.Data.Text("type")).ToListAsync();

        types.Should().Equal("answer_started", "passages_retrieved", "answer_abstained", "answer_token", "answer_completed");
    }

    [Fact]
    public async Task Stream_Typo_TellsHowTheWordWasRead()
    {
        using var response = await api.Client.OpenStreamAsync("¿Qué es el contrato de aprendizzaje?");
        var events = await response.ReadEventsAsync().Select(item => item.Data).ToListAsync();

        var correction = events[1].GetProperty("corrections").EnumerateArray().Should().ContainSingle().Subject;
        correction.Text("from").Should().Be("aprendizzaje");
        correction.Text("to").Should().Be("aprendizaje");
    }

    [Theory]
    [InlineData("""{"query": ""}""", "question_invalid")]
    [InlineData("""{"query": 1}""", "request_invalid")]
    public async Task Stream_InvalidQuestion_IsAProblemBeforeAnyEvent(string body, string code)
    {
        using var response = await api.Client.PostBodyAsync(Asking.StreamPath, body);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Stream_FailureInTheMiddle_EndsWithAnswerFailedAndNothingOfTheException()
    {
        await using var own = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer, FailingComposer>());
        using var response = await own.Client.OpenStreamAsync("¿Cuándo abre la biblioteca?");
        var events = await response.ReadEventsAsync().Select(item => item.Data).ToListAsync();

        events.Select(item => item.Text("type")).Should().Equal("answer_started", "passages_retrieved", "answer_token", "answer_failed");
        events[2].Text("text").Should().Be(FailingComposer.First);
        events[3].Text("code").Should().Be("internal");
        var said = string.Concat(events);
        said.Should().NotContain(FailingComposer.Secret);
        said.ShouldHoldNothingOfOurs();
    }

    [Fact]
    public async Task Stream_HeldComposer_SendsWhatIsThereAtOnce()
    {
        var composer = new GatedComposer();
        await using var own = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        using var response = await own.Client.OpenStreamAsync("¿Cuándo abre la biblioteca?");
        await using var events = response.ReadEventsAsync().GetAsyncEnumerator();

        foreach (var type in new[] { "answer_started", "passages_retrieved", "answer_token" })
        {
            (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience)).Should().BeTrue();
            events.Current.Data.Text("type").Should().Be(type);
        }

        var next = events.MoveNextAsync().AsTask();
        await composer.Held;
        next.IsCompleted.Should().BeFalse("the composer is held");
        composer.Release();
        (await next.WaitAsync(TestApi.Patience)).Should().BeTrue();
        events.Current.Data.Text("text").Should().Be(GatedComposer.Second);
    }

    [Fact]
    public async Task Stream_ClientLeaves_CancelsTheComposer()
    {
        var composer = new GatedComposer();
        await using var own = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        using (await own.Client.OpenStreamAsync("¿Cuándo abre la biblioteca?"))
        {
            await composer.Held;
        }

        await composer.Cancelled;
    }

    [Fact]
    public async Task Ask_ClientLeaves_CancelsTheComposer()
    {
        var composer = new GatedComposer();
        await using var own = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        using var leaving = new CancellationTokenSource();
        var asking = own.Client.PostAsync(Asking.TextPath, JsonContent.Create(new { query = "¿Cuándo abre la biblioteca?" }), leaving.Token);
        await composer.Held;
        await leaving.CancelAsync();

        await composer.Cancelled;
        await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>();
    }
}
