using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Clients;

/// <summary>The .NET client against a running service.</summary>
public sealed class DotNetClientTests
{
    [Fact]
    public async Task Ask_Question_GivesTheTypedEventsOfTheStream()
    {
        await using var api = await TestApi.StartAsync();
        var client = new AzuSenaClient(api.Client);
        var answer = await client.AnswerAsync(new QueryRequest { Query = ModelApi.Question });

        var events = await client.AskAsync(new QueryRequest { Query = ModelApi.Question }).ToListAsync();

        events[0].Should().BeOfType<AnswerStarted>().Which.Mode.Should().Be("extractive");
        string.Concat(events.OfType<AnswerToken>().Select(token => token.Text)).Should().Be(answer.Response);
        var completed = events[^1].Should().BeOfType<AnswerCompleted>().Which.Answer;
        completed.Completeness.Should().Be(Completeness.Complete);
        completed.Citations.Should().BeEquivalentTo(answer.Citations);
        (await client.PassageAsync(completed.Citations[0].PassageId)).Document.Title.Should().Be(completed.Citations[0].Title);
    }

    [Fact]
    public async Task Ask_LoopLeft_EndsTheWork()
    {
        var composer = new GatedComposer();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        using var handler = new SocketsHttpHandler { MaxResponseDrainSize = 0, ResponseDrainTimeout = TimeSpan.Zero };
        using var http = new HttpClient(handler) { BaseAddress = api.Address };

        await foreach (var step in new AzuSenaClient(http).AskAsync(new QueryRequest { Query = ModelApi.Question }))
        {
            if (step is AnswerToken)
            {
                break;
            }
        }

        await composer.Cancelled;
    }

    [Fact]
    public async Task Ask_ConnectionCut_GoesOnAfterTheLastEvent()
    {
        var composer = new StepComposer();
        composer.Say([.. CutAnswers.Words]);
        composer.End();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        await using var wire = CutAnswers.WireTo(api);
        using var http = new HttpClient { BaseAddress = wire.Address };

        var events = await new AzuSenaClient(http).AskAsync(new QueryRequest { Query = ModelApi.Question, Resumable = true }).ToListAsync();

        wire.Cuts.Should().Be(CutAnswers.Cuts);
        events.Select(step => step.Sequence).Should().Equal(Enumerable.Range(1, events.Count).Select(number => (int?)number));
        string.Concat(events.OfType<AnswerToken>().Select(token => token.Text)).Should().Be(string.Concat(CutAnswers.Words));
    }

    [Fact]
    public async Task Ask_Refused_ThrowsWithCodeAndField()
    {
        await using var api = await TestApi.StartAsync();
        var client = new AzuSenaClient(api.Client);

        var streamed = await client.Awaiting(it => it.AskAsync(new QueryRequest { Query = "" }).ToListAsync().AsTask())
            .Should().ThrowAsync<AzuSenaClientException>();
        var whole = await client.Awaiting(it => it.AnswerAsync(new QueryRequest { Query = "hola", MaxDocs = 99 }))
            .Should().ThrowAsync<AzuSenaClientException>();

        (streamed.Which.Code, streamed.Which.Status, streamed.Which.Field).Should().Be(("question_invalid", 400, "query"));
        (whole.Which.Code, whole.Which.Field).Should().Be(("request_invalid", "max_docs"));
    }
}
