using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Api.Tests.Chat;

public sealed class ResumeTests
{
    private static readonly object Resumable = new { query = "¿Cuándo abre la biblioteca?", resumable = true };

    [Fact]
    public async Task Resume_ConnectionLostInMidAnswer_GivesTheRestOnce()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var second = await ChatClient.ConnectAsync(api);
        string id;
        await using (var first = await ChatClient.ConnectAsync(api))
        {
            await using var events = first.Events("Ask", Resumable);
            composer.Say("uno ");
            id = await IdOfAsync(events);
            (await events.NextTokenAsync()).Should().Be("uno ");
            events.Current.GetProperty("sequence").GetInt32().Should().Be(3);
        }

        composer.Say("dos ");
        await using var rest = second.Events("Resume", id, 3);
        (await rest.NextTokenAsync()).Should().Be("dos ");
        rest.Current.GetProperty("sequence").GetInt32().Should().Be(4);
        composer.Say("tres");
        composer.End();
        (await rest.NextTokenAsync()).Should().Be("tres");
        var last = await rest.ToEndAsync();
        last.Text("type").Should().Be("answer_completed");
        last.GetProperty("answer").Text("response").Should().Be("uno dos tres");
        composer.IsCancelled.Should().BeFalse();
    }

    [Fact]
    public async Task Resume_AnswerThatHasEnded_IsGivenWholeWhileItIsKept()
    {
        var clock = new FakeTimeProvider();
        var composer = new StepComposer();
        await using var api = await StartAsync(composer, clock);
        await using var client = await ChatClient.ConnectAsync(api);
        composer.Say("uno");
        composer.End();
        var events = await client.StreamAsync(Resumable);
        var id = events[0].Text("question_id");

        clock.Advance(TimeSpan.FromSeconds(29));
        var again = await client.ListAsync("Resume", id, 0);
        again.Select(step => step.GetRawText()).Should().Equal(events.Select(step => step.GetRawText()));

        // Reading it has begun its time anew.
        clock.Advance(TimeSpan.FromSeconds(29));
        (await client.ListAsync("Resume", id, events.Count)).Should().BeEmpty();
        clock.Advance(TimeSpan.FromSeconds(30));
        (await client.ListAsync("Resume", id, 0)).Should().ContainSingle().Which.Text("code").Should().Be("question_not_found");
    }

    [Fact]
    public async Task Ask_NobodyComesBack_StopsTheComposerAfterAWhile()
    {
        var clock = new FakeTimeProvider();
        var composer = new StepComposer();
        await using var api = await StartAsync(composer, clock);
        await using (var client = await ChatClient.ConnectAsync(api))
        {
            await using var events = client.Events("Ask", Resumable);
            composer.Say("uno ");
            await events.NextTokenAsync();
        }

        // The server notices that the connection is gone in its own time: until then the answer has a reader and does not expire.
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(31));
            return composer.IsCancelled;
        });

        api.Get<LiveAnswers>().KeptCount.Should().Be(0);
    }

    [Fact]
    public async Task Ask_StreamIsLeftOnPurpose_StopsTheComposerAtOnce()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer, new FakeTimeProvider());
        await using var client = await ChatClient.ConnectAsync(api);
        using var leaving = new CancellationTokenSource();
        await using var events = client.Connection.StreamAsync<JsonElement>("Ask", Resumable, leaving.Token).GetAsyncEnumerator(CancellationToken.None);
        composer.Say("uno ");
        await events.NextTokenAsync();
        await leaving.CancelAsync();

        await composer.Cancelled;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_AnswerInTheMaking_EndsItsStreamAndKeepsNoTurn(bool resumable)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var client = await ChatClient.ConnectAsync(api);
        var conversation = await api.Client.BeginConversationAsync();
        await using var events = client.Events("Ask", new { query = "¿Cuándo abre la biblioteca?", conversation_id = conversation, resumable });
        composer.Say("uno ");
        var id = await IdOfAsync(events);
        await events.NextTokenAsync();

        (await client.StopAsync(id)).Should().BeTrue();
        var last = await events.ToEndAsync();
        last.Text("type").Should().Be("answer_failed");
        last.Text("code").Should().Be("answer_stopped");
        last.GetProperty("sequence").GetInt32().Should().Be(4);
        await composer.Cancelled;
        (await client.StopAsync(id)).Should().BeFalse("it has ended");
        (await api.Client.GetStringAsync($"/azusena_api/conversations/{conversation}")).Should().Contain("\"turns\":[]");
    }

    [Fact]
    public async Task Resume_SeveralReadersAtOnce_EachGetsAllOfIt()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var client = await ChatClient.ConnectAsync(api);
        await using var other = await ChatClient.ConnectAsync(api);
        await using var events = client.Events("Ask", Resumable);
        composer.Say("uno ");
        var id = await IdOfAsync(events);
        var reading = Enumerable.Range(0, 3).Select(_ => other.ListAsync("Resume", id, 0)).ToList();
        composer.Say("dos");
        composer.End();

        foreach (var all in await Task.WhenAll(reading).WaitAsync(TestApi.Patience))
        {
            all.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, all.Count));
            all[^1].GetProperty("answer").Text("response").Should().Be("uno dos");
        }
    }

    [Theory]
    [InlineData("no-existe", 0, "question_not_found")]
    [InlineData(null, 0, "question_not_found")]
    public async Task Resume_UnknownQuestion_IsOneAnswerFailed(string? id, int after, string code)
    {
        await using var api = await TestApi.StartAsync();
        await using var client = await ChatClient.ConnectAsync(api);

        (await client.ListAsync("Resume", id, after)).Should().ContainSingle().Which.Text("code").Should().Be(code);
        (await client.StopAsync(id)).Should().BeFalse();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public async Task Resume_AfterAnEventThatIsNot_IsOneAnswerFailed(int after)
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer);
        await using var client = await ChatClient.ConnectAsync(api);
        composer.End();
        var events = await client.StreamAsync(Resumable);

        (await client.ListAsync("Resume", events[0].Text("question_id"), after)).Should().ContainSingle().Which.Text("code").Should().Be("request_invalid");
    }

    private static async Task<string> IdOfAsync(IAsyncEnumerator<JsonElement> events)
    {
        (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience)).Should().BeTrue();
        events.Current.Text("type").Should().Be("answer_started");
        return events.Current.Text("question_id");
    }

    private static Task<TestApi> StartAsync(IAnswerComposer composer, TimeProvider? clock = null) => TestApi.StartAsync(services =>
    {
        services.AddSingleton(composer);
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }
    });
}
