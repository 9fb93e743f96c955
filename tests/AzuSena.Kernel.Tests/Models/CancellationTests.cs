using System.Diagnostics.Metrics;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>A reply that nobody wants any more is aborted at the server at once, and no token of it comes afterwards.</summary>
public sealed class CancellationTests
{
    private const int Times = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Cancel_HundredTimes_NoTokenComesAfterwards()
    {
        // Half of them are cancelled in a flood of tokens, half while nothing comes.
        await using var server = await OllamaDouble.RunAsync(request => request.LastQuestion == "inundación"
            ? ModelScript.Of(Enumerable.Repeat("token ", 1_000_000))
            : ModelScript.Of("token ").Stall());
        await using var host = ModelHost.Over(server);
        using var late = new LateTokens(host.Get<IMeterFactory>());

        for (var time = 0; time < Times; time++)
        {
            await CancelAsync(host.Client, time % 2 == 0 ? "inundación" : "silencio");
            await (await server.NextRequestAsync()).ClientLeft.WaitAsync(Patience);
        }

        late.Count.Should().Be(0);
    }

    [Fact]
    public async Task Cancel_ServerThatGoesOn_IsLeftBehind()
    {
        var gate = new TaskCompletionSource();
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("uno").Wait(gate.Task).Text("dos", "tres", "cuatro").WhoeverLeaves());
        await using var host = ModelHost.Over(server);
        using var late = new LateTokens(host.Get<IMeterFactory>());
        await CancelAsync(host.Client, "¿?");
        var request = await server.NextRequestAsync();
        await request.ClientLeft.WaitAsync(Patience);

        gate.SetResult();
        await request.Ended;

        request.TokensAfterClientLeft.Should().Be(3);
        late.Count.Should().Be(0);
    }

    [Fact]
    public async Task Dispose_ReaderLeavesTheStream_AbortsTheRequest()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("uno").Stall());
        await using var host = ModelHost.Over(server);

        await using (var updates = host.Client.GetStreamingResponseAsync("¿?").GetAsyncEnumerator())
        {
            await updates.UntilTextAsync();
        }

        await (await server.NextRequestAsync()).ClientLeft.WaitAsync(Patience);
    }

    [Fact]
    public async Task Cancel_OpenAi_AbortsTheRequest()
    {
        await using var server = await OpenAiDouble.RunAsync(_ => ModelScript.Of("uno").Stall());
        await using var host = ModelHost.Over(server);
        using var late = new LateTokens(host.Get<IMeterFactory>());

        await CancelAsync(host.Client, "¿?");

        await (await server.NextRequestAsync()).ClientLeft.WaitAsync(Patience);
        late.Count.Should().Be(0);
    }

    [Fact]
    public async Task Cancel_BeforeTheFirstToken_AbortsTheRequest()
    {
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Stall());
        await using var host = ModelHost.Over(server);
        using var cancellation = new CancellationTokenSource();
        var asking = host.Client.AskAsync("¿?", cancellationToken: cancellation.Token);
        var request = await server.NextRequestAsync();

        await cancellation.CancelAsync();

        await asking.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        await request.ClientLeft.WaitAsync(Patience);
    }

    // Cancels once the first token has come, and reads on as a reader would that does not know.
    private static async Task CancelAsync(IChatClient client, string question)
    {
        using var cancellation = new CancellationTokenSource();
        await using var updates = client.GetStreamingResponseAsync(question, cancellationToken: cancellation.Token).GetAsyncEnumerator();
        await updates.UntilTextAsync();

        await cancellation.CancelAsync();

        var next = async () => await updates.MoveNextAsync();
        await next.Should().ThrowAsync<OperationCanceledException>();
    }
}
