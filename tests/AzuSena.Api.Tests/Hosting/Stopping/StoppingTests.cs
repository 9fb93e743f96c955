using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Tests.Voice;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Hosting.Stopping;

/// <summary>What clients see of a service that is being stopped.</summary>
public sealed class StoppingTests
{
    private const string Question = "¿Cuándo abre la biblioteca?";

    [Fact]
    public async Task Stop_AnswerUnderWay_GetsItsTimeWhileNewOnesAreRefusedOverEveryWay()
    {
        var composer = new GatedComposer();
        await using var api = await StartAsync(composer, "--Shutdown:Seconds=3600");
        await using var chat = await ChatClient.ConnectAsync(api);
        await using var legacy = await LegacyClient.ConnectAsync(api);
        using var response = await api.Client.OpenStreamAsync(Question);
        await composer.Held;

        var stopping = api.StopAsync();
        await Eventually.TrueAsync(() => api.Get<AzuSena.Api.Work.RunningWork>().IsStopping);

        using var ready = await api.Client.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadFromJsonAsync<JsonElement>()).Text("status").Should().Be("stopping");
        foreach (var path in new[] { Asking.TextPath, Asking.StreamPath })
        {
            using var refused = await api.Client.PostAsJsonAsync(path, new { query = Question, resumable = true });
            refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(3600));
            await refused.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "stopping");
        }

        (await chat.StreamAsync(Question)).Should().ContainSingle().Which.Text("code").Should().Be("stopping");
        await chat.SendQueryAsync(Question);
        (await chat.NextAsync()).Should().Match<(string Name, JsonElement Body)>(
            said => said.Name == "error" && said.Body.GetProperty("code").GetString() == "stopping");
        (await legacy.AskAsync(Question)).Should().ContainSingle().Which.Body.Text("code").Should().Be("stopping");

        composer.Release();
        (await response.ReadEventsAsync().ToListAsync())[^1].Data.Text("type").Should().Be("answer_completed");
        await stopping.WaitAsync(TestApi.Patience);
    }

    [Theory]
    [InlineData(VoiceApi.QueryPath)]
    [InlineData(VoiceApi.TranscriptionPath)]
    [InlineData(VoiceApi.OpenAiPath)]
    [InlineData("/azusena_api/speech")]
    public async Task Stop_RecordingOrTextToRead_IsRefusedInItsOwnForm(string path)
    {
        await using var api = await VoiceApi.StartAsync();
        api.Api.Get<AzuSena.Api.Work.RunningWork>().Refuse();

        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Card, seconds: 1), path);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.Should().NotBeNull();
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        (path == VoiceApi.OpenAiPath ? body.GetProperty("error") : body).Text("code").Should().Be("stopping");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_AnswerThatHeedsNothing_EndsWithAWordAllTheSame(bool resumable)
    {
        using var composer = new DeafComposer();
        await using var api = await StartAsync(composer, "--Shutdown:Seconds=0");
        using var request = new HttpRequestMessage(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(new { query = Question, resumable }) };
        using var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await composer.Held;

        await api.StopAsync().WaitAsync(TestApi.Patience);

        var events = await response.ReadEventsAsync().Select(step => step.Data).ToListAsync();
        events[^1].Text("code").Should().Be("stopping");
        events.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, events.Count));
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/json")]
    public async Task Stop_SpokenQuestion_EndsWithAWord(string accept)
    {
        var composer = new GatedComposer();
        await using var api = await VoiceApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer), "--Shutdown:Seconds=0");
        using var request = new HttpRequestMessage(HttpMethod.Post, VoiceApi.QueryPath)
        { Content = VoiceApi.Form(await Clips.ToneAsync(SpeechDouble.Card, seconds: 1)) };
        request.Headers.Accept.ParseAdd(accept);
        var asking = api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await composer.Held;

        await api.Api.StopAsync().WaitAsync(TestApi.Patience);

        using var response = await asking;
        var last = accept == "application/json"
            ? await response.Content.ReadFromJsonAsync<JsonElement>()
            : (await response.ReadEventsAsync().ToListAsync())[^1].Data;
        last.Text("code").Should().Be("stopping");
    }

    private static Task<TestApi> StartAsync(IAnswerComposer composer, params string[] settings) =>
        TestApi.StartAsync(services => services.AddSingleton(composer), settings);

    /// <summary>Heeds no token and blocks the thread that asks it for more, as a plugin or a driver may.</summary>
    private sealed class DeafComposer : IAnswerComposer, IDisposable
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _end = new();

        public string Mode => "extractive";

        public Task Held => _held.Task.WaitAsync(TestApi.Patience);

        public async IAsyncEnumerable<AnswerPart> ComposeAsync(
            AnswerMaterial material, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new AnswerSources([]);
            yield return new AnswerPiece("Primera parte. ");
            _held.TrySetResult();
            _end.Wait(CancellationToken.None);
            await Task.CompletedTask;
        }

        public void Dispose() => _end.Set();
    }
}
