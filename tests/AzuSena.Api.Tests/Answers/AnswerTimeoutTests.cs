using System.Net;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Api.Tests.Answers;

public sealed class AnswerTimeoutTests
{
    private const int Limit = 7;
    private const string Question = "¿Cuándo abre la biblioteca?";

    private readonly FakeTimeProvider _time = new();
    private readonly GatedComposer _composer = new();

    [Fact]
    public async Task Ask_LongerThanTheLimit_IsAnswerTimeout()
    {
        await using var api = await StartAsync();
        var asking = api.Client.PostBodyAsync(Asking.TextPath, $$"""{"query": "{{Question}}"}""");
        await _composer.Held;
        _time.Advance(TimeSpan.FromSeconds(Limit));

        using var response = await asking;
        await response.ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout, "answer_timeout");
        await _composer.Cancelled;
    }

    [Fact]
    public async Task Stream_LongerThanTheLimit_EndsWithAnswerFailed()
    {
        await using var api = await StartAsync();
        using var response = await api.Client.OpenStreamAsync(Question);
        await _composer.Held;
        _time.Advance(TimeSpan.FromSeconds(Limit));

        var last = (await response.ReadEventsAsync().ToListAsync())[^1].Data;
        last.Text("type").Should().Be("answer_failed");
        last.Text("code").Should().Be("answer_timeout");
    }

    [Fact]
    public async Task QueryText_LongerThanTheLimit_IsAnErrorEvent()
    {
        await using var api = await StartAsync();
        await using var client = await ChatClient.ConnectAsync(api);
        await client.SendQueryAsync(Question);
        await _composer.Held;
        _time.Advance(TimeSpan.FromSeconds(Limit));

        var (name, body) = (await client.UntilTheEndAsync())[^1];
        name.Should().Be("error");
        body.Text("code").Should().Be("answer_timeout");
    }

    [Fact]
    public async Task Ask_JustBelowTheLimit_IsAnswered()
    {
        await using var api = await StartAsync();
        var asking = api.Client.AskAsync(Question);
        await _composer.Held;
        _time.Advance(TimeSpan.FromSeconds(Limit) - TimeSpan.FromMilliseconds(1));
        _composer.Release();

        (await asking).Text("response").Should().Be(GatedComposer.First + GatedComposer.Second);
    }

    private Task<TestApi> StartAsync() => TestApi.StartAsync(
        services => services.AddSingleton<TimeProvider>(_time).AddSingleton<IAnswerComposer>(_composer),
        $"--Answering:TimeoutSeconds={Limit}");
}
