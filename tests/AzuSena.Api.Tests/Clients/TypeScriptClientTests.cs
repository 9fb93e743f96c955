using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Clients;

/// <summary>The TypeScript client, compiled strictly from its sources, against a running service.</summary>
public sealed class TypeScriptClientTests(CompiledClient client) : IClassFixture<CompiledClient>
{
    [Fact]
    public async Task Ask_Question_GivesTheTypedEventsOfTheStream()
    {
        await using var api = await TestApi.StartAsync();

        var events = await client.CallAsync(api, "ask", new { question = ModelApi.Question });
        var answer = await api.Client.AskAsync(ModelApi.Question);

        events[0].Text("type").Should().Be("answer_started");
        string.Concat(events.Where(step => step.Text("type") == "answer_token").Select(step => step.Text("text"))).Should().Be(answer.Text("response"));
        events[^1].GetProperty("answer").Lasting().Should().Be(answer.Lasting());
    }

    [Fact]
    public async Task Ask_LoopLeft_EndsTheWork()
    {
        var composer = new GatedComposer();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));

        (await client.CallAsync(api, "leave", new { question = ModelApi.Question }))[^1].Text("text").Should().Be(GatedComposer.First);

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

        var events = await client.CallAsync(wire.Address, "ask", new { question = new { query = ModelApi.Question, resumable = true } });

        wire.Cuts.Should().Be(CutAnswers.Cuts);
        events.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, events.Count));
        string.Concat(events.Where(step => step.Text("type") == "answer_token").Select(step => step.Text("text")))
            .Should().Be(string.Concat(CutAnswers.Words));
    }

    [Fact]
    public async Task Answer_Refused_ThrowsWithCodeFieldAndLanguage()
    {
        await using var api = await TestApi.StartAsync();

        var error = (await client.CallAsync(api, "answer", new { question = new { query = "" }, language = "en" }))[0].GetProperty("error");

        error.Text("code").Should().Be("question_invalid");
        error.Text("field").Should().Be("query");
        error.Text("message").Should().StartWith("The question is empty");
        error.GetProperty("status").GetInt32().Should().Be(400);
    }

    [Fact]
    public async Task Client_EveryOtherCall_IsServed()
    {
        await using var api = await TestApi.StartAsync();

        var got = (await client.CallAsync(api, "rest", new { question = new { query = ModelApi.Question } }))[0];

        got.Text("title").Should().Be(got.Text("cited"));
        got.GetProperty("turns").GetInt32().Should().Be(1);
        got.GetProperty("suggestions").ValueKind.Should().Be(JsonValueKind.Array);
    }
}
