using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Chat;

public sealed class ChatLifetimeTests
{
    private const string Question = "¿Cuándo abre la biblioteca?";

    [Fact]
    public async Task QueryText_ConnectionCloses_StopsTheComposer()
    {
        var composer = new GatedComposer();
        await using var api = await StartAsync(composer);
        var client = await ChatClient.ConnectAsync(api);
        await client.SendQueryAsync(Question);
        await composer.Held;
        await client.DisposeAsync();

        await composer.Cancelled;
    }

    [Fact]
    public async Task Ask_ConnectionCloses_StopsTheComposer()
    {
        var composer = new GatedComposer();
        await using var api = await StartAsync(composer);
        var client = await ChatClient.ConnectAsync(api);
        var stream = await client.Connection.StreamAsChannelAsync<JsonElement>("Ask", Question);
        await composer.Held;
        await client.DisposeAsync();

        await composer.Cancelled;
        using var limit = new CancellationTokenSource(TestApi.Patience);
        // A channel is completed once it is read to its end.
        var reading = () => stream.ReadAllAsync(limit.Token).ToListAsync(limit.Token).AsTask();
        await reading.Should().ThrowAsync<Exception>("the answer was not finished");
        limit.IsCancellationRequested.Should().BeFalse("the stream ended by itself");
    }

    [Fact]
    public async Task Ask_StreamIsLeft_StopsTheComposerAndKeepsTheConnection()
    {
        var composer = new GatedComposer();
        await using var api = await StartAsync(composer);
        await using var client = await ChatClient.ConnectAsync(api);
        using var leaving = new CancellationTokenSource();
        var reading = client.Connection.StreamAsync<JsonElement>("Ask", Question, leaving.Token).ToListAsync(leaving.Token).AsTask();
        await composer.Held;
        await leaving.CancelAsync();

        await composer.Cancelled;
        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
        (await client.AskAsync("hola")).Chunks.Should().NotBeEmpty();
    }

    [Fact]
    public async Task QueryText_HeldComposer_SendsWhatIsThereAtOnce()
    {
        var composer = new GatedComposer();
        await using var api = await StartAsync(composer);
        await using var client = await ChatClient.ConnectAsync(api);
        await client.SendQueryAsync(Question);

        (await client.NextAsync()).Body.Text("chunk").Should().Be(GatedComposer.First);
        client.HeardMore().Should().BeFalse("the composer is held");
        composer.Release();
        (await client.NextAsync()).Body.Text("chunk").Should().Be(GatedComposer.Second);
    }

    [Fact]
    public async Task QueryText_ComposerFails_IsAnErrorEventWithoutTheException()
    {
        await using var api = await StartAsync(new FailingComposer());
        await using var client = await ChatClient.ConnectAsync(api);
        await client.SendQueryAsync(Question);
        var said = await client.UntilTheEndAsync();

        said[0].Body.Text("chunk").Should().Be(FailingComposer.First);
        said[^1].Name.Should().Be("error");
        said[^1].Body.Text("code").Should().Be("internal");
        string.Concat(said).Should().NotContain(FailingComposer.Secret);
    }

    [Fact]
    public async Task Ask_ComposerFails_EndsWithAnswerFailedWithoutTheException()
    {
        await using var api = await StartAsync(new FailingComposer());
        await using var client = await ChatClient.ConnectAsync(api);
        var events = await client.StreamAsync(Question);

        events[^1].Text("type").Should().Be("answer_failed");
        events[^1].Text("code").Should().Be("internal");
        string.Concat(events).Should().NotContain(FailingComposer.Secret);
    }

    [Theory]
    [InlineData("query_text")]
    [InlineData("Ask")]
    public async Task Call_FaultOutsideTheComposer_FailsWithoutTheException(string method)
    {
        var clock = new BreakableClock();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        await using var client = await ChatClient.ConnectAsync(api);
        clock.IsBroken = true;

        var call = () => method == "Ask" ? client.StreamAsync(Question) : client.Connection.InvokeAsync(method, Question).WaitAsync(TestApi.Patience);
        (await call.Should().ThrowAsync<HubException>()).Which.Message.Should().NotContain(FailingComposer.Secret).And.NotContain("   at ");
        if (method == "query_text")
        {
            var (name, body) = await client.NextAsync();
            name.Should().Be("error");
            body.Text("code").Should().Be("internal");
            body.GetRawText().Should().NotContain(FailingComposer.Secret);
        }
    }

    private static Task<TestApi> StartAsync(IAnswerComposer composer) => TestApi.StartAsync(services => services.AddSingleton(composer));

    private sealed class BreakableClock : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException(FailingComposer.Secret) : System.GetUtcNow();
    }
}
