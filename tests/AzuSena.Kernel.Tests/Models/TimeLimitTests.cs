using System.Net;
using System.Net.Sockets;
using AzuSena.Errors;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Models;

/// <summary>The limits of time, by a clock that only the test moves.</summary>
public sealed class TimeLimitTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task FirstToken_TooLate_IsModelTimeout()
    {
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Stall());
        await using var host = ModelHost.Over(server, _time, ("Llm:FirstTokenSeconds", "60"));
        var asking = host.Client.AskAsync("¿?");
        var request = await server.NextRequestAsync();

        _time.Advance(TimeSpan.FromSeconds(59.9));
        asking.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));

        (await asking.Awaiting(it => it).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelTimeout);
        await request.Ended;
    }

    [Fact]
    public async Task NextToken_TooLate_IsModelTimeout()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Hola").Stall());
        await using var host = ModelHost.Over(server, _time, ("Llm:BetweenTokensSeconds", "5"), ("Llm:FirstTokenSeconds", "60"));
        await using var updates = host.Client.GetStreamingResponseAsync("¿?").GetAsyncEnumerator();
        await updates.UntilTextAsync();

        // While the reader is busy no clock runs.
        _time.Advance(TimeSpan.FromSeconds(100));
        var next = updates.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(4.9));
        next.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));

        (await next.Awaiting(it => it).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelTimeout);
    }

    [Fact]
    public async Task FirstToken_Late_IsNotHeldToTheTimeBetweenTokens()
    {
        var gate = new TaskCompletionSource();
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Wait(gate.Task).Text("Hola"));
        await using var host = ModelHost.Over(server, _time, ("Llm:BetweenTokensSeconds", "5"), ("Llm:FirstTokenSeconds", "60"));
        var asking = host.Client.AskAsync("¿?");
        await server.NextRequestAsync();

        _time.Advance(TimeSpan.FromSeconds(50));
        gate.SetResult();

        (await asking).Text().Should().Be("Hola");
    }

    [Fact]
    public async Task Cancelled_WhileTheLimitPasses_IsNoTimeout()
    {
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Stall());
        await using var host = ModelHost.Over(server, _time, ("Llm:FirstTokenSeconds", "60"));
        using var cancellation = new CancellationTokenSource();
        var asking = host.Client.AskAsync("¿?", cancellationToken: cancellation.Token);
        var request = await server.NextRequestAsync();

        await cancellation.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(60));

        await asking.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        await request.Ended;
    }

    [Fact]
    public async Task Connecting_TooSlow_IsModelUnavailable()
    {
        // A port whose queue of connections is full: the next one is neither accepted nor refused.
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        var port = ((IPEndPoint)full.LocalEndPoint!).Port;
        using var first = new TcpClient("127.0.0.1", port);
        await using var host = ModelHost.With(("Ollama:Host", "127.0.0.1"), ("Ollama:Port", $"{port}"), ("Llm:ConnectSeconds", "1"));

        (await host.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelUnavailable);
    }
}
