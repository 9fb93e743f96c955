using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Chat;

public sealed class LimitTests
{
    private const string Question = "¿Cuándo abre la biblioteca?";

    [Fact]
    public async Task Connect_AnyClient_IsGreetedAsByTheOriginal()
    {
        await using var api = await TestApi.StartAsync();
        var greeted = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var connection = new HubConnectionBuilder().WithUrl(new Uri(api.Address, "/hubs/chat")).Build();
        connection.On<JsonElement>("connection_response", greeted.SetResult);
        await connection.StartAsync().WaitAsync(TestApi.Patience);

        (await greeted.Task.WaitAsync(TestApi.Patience)).Text("data").Should().Contain("AzuSENA");
    }

    [Fact]
    public async Task Ask_OneTooManyOnAConnection_IsRefusedAndStopGetsThrough()
    {
        var composer = new StepComposer();
        await using var api = await StartAsync(composer, "--Chat:QuestionsPerConnection=2");
        await using var client = await ChatClient.ConnectAsync(api);
        await using var other = await ChatClient.ConnectAsync(api);
        composer.Say("uno ");
        await client.SendQueryAsync(Question);
        (await client.NextAsync()).Body.Text("chunk").Should().Be("uno ");
        await using var events = client.Events("Ask", Question);
        await events.MoveNextAsync();
        var id = events.Current.Text("question_id");

        (await client.StreamAsync(Question)).Should().ContainSingle().Which.Text("code").Should().Be("too_many_questions");
        await client.SendQueryAsync(Question);
        (await client.NextAsync()).Body.Text("code").Should().Be("too_many_questions");
        await using var elsewhere = other.Events("Ask", Question);
        (await elsewhere.NextTokenAsync()).Should().Be("uno ", "the limit is each connection's own");

        (await client.StopAsync(id)).Should().BeTrue();
        (await events.ToEndAsync()).Text("code").Should().Be("answer_stopped");
        await using var again = client.Events("Ask", Question);
        (await again.NextTokenAsync()).Should().Be("uno ");
    }

    [Fact]
    public async Task Ask_MessageOverTheLimit_ClosesThatConnectionAlone()
    {
        await using var api = await TestApi.StartAsync("--Chat:MaxMessageKilobytes=32");
        await using var client = await ChatClient.ConnectAsync(api);
        await using var other = await ChatClient.ConnectAsync(api);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        await client.SendQueryAsync(new string('a', 40_000));

        await closed.Task.WaitAsync(TestApi.Patience);
        (await other.AskAsync("hola")).Chunks.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ServerSentEvents_ReaderThatTakesNothing_IsCutOff(bool resumable)
    {
        var composer = new FloodComposer();
        await using var api = await StartAsync(composer, "--Answers:ResumeSeconds=1", "--Answers:MaxEvents=1000");
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(api.Address.Host, api.Address.Port);
        var body = JsonSerializer.Serialize(new { query = Question, resumable });
        await socket.SendAsync(Encoding.UTF8.GetBytes(
            $"POST {Asking.StreamPath} HTTP/1.1\r\nHost: {api.Address.Authority}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

        // Nothing is read. The connection is ended after a while; meanwhile others are answered, and the flood stands still.
        await composer.Began;
        (await api.Client.AskAsync("hola")).Text("response").Should().NotBeEmpty();
        await composer.Cancelled;
        composer.Said.Should().BeLessThan(2_000_000, "it is not made faster than it is taken");
    }

    private static Task<TestApi> StartAsync(IAnswerComposer composer, params string[] settings) =>
        TestApi.StartAsync(services => services.AddSingleton(composer), settings);

    /// <summary>Says something without end.</summary>
    private sealed class FloodComposer : IAnswerComposer
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _said;

        public string Mode => "extractive";

        public Task Began => _began.Task.WaitAsync(TestApi.Patience);

        public Task Cancelled => _cancelled.Task.WaitAsync(TestApi.Patience);

        public int Said => Volatile.Read(ref _said);

        public async IAsyncEnumerable<AnswerPart> ComposeAsync(
            AnswerMaterial material, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            // Without sources nothing is held against anything, so that each piece is one token.
            yield return new AnswerSources([]);
            try
            {
                while (true)
                {
                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                    Interlocked.Increment(ref _said);
                    yield return new AnswerPiece("una y otra vez ");
                    _began.TrySetResult();
                }
            }
            finally
            {
                _cancelled.TrySetResult();
            }
        }
    }
}
