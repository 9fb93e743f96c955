using System.Globalization;
using AzuSena.Errors;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Models;

/// <summary>Two hundred callers at once, in front of one place at the model.</summary>
public sealed class ManyAtOnceTests
{
    private const int Callers = 200;

    [Fact]
    public async Task Queue_ManyCallers_AreServedInTheirOrderAndToldTheirPositions()
    {
        var gate = new TaskCompletionSource();
        await using var server = await OllamaDouble.RunAsync(request => new ModelScript().Wait(gate.Task).Text("Respuesta ", request.LastQuestion));
        await using var host = ModelHost.Over(server, settings: [("Llm:MaxConcurrent", "1"), ("Llm:MaxWaiting", "200")]);

        // Each is in the queue when its first step returns.
        var callers = Enumerable.Range(0, Callers).Select(caller => host.Client.AskAsync($"{caller}")).ToArray();
        gate.SetResult();
        var replies = await Task.WhenAll(callers);

        server.Requests.Select(request => int.Parse(request.LastQuestion, CultureInfo.InvariantCulture)).Should().Equal(Enumerable.Range(0, Callers));
        for (var caller = 0; caller < Callers; caller++)
        {
            replies[caller].Text().Should().Be($"Respuesta {caller}");
            var positions = replies[caller].Contents<QueuePositionContent>().Select(content => content.Position).ToArray();
            positions.Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
            positions.FirstOrDefault().Should().Be(caller);
        }
    }

    [Fact]
    public async Task Queue_PastItsLength_IsModelBusyAtOnce()
    {
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Stall());
        await using var host = ModelHost.Over(server, settings: [("Llm:MaxConcurrent", "1"), ("Llm:MaxWaiting", "3")]);
        using var cancellation = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 4).Select(_ => host.Client.AskAsync("¿?", cancellationToken: cancellation.Token)).ToArray();

        var refused = (await host.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>()).Which;

        refused.Code.Should().Be(ErrorCode.ModelBusy);
        refused.RetryAfter.Should().BeGreaterThan(TimeSpan.Zero);
        await cancellation.CancelAsync();
        await Task.WhenAll(waiting).Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Queue_CallerWhoWaitsLeaves_TheRestGoOn()
    {
        var gate = new TaskCompletionSource();
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Wait(gate.Task).Text("Hola"));
        await using var host = ModelHost.Over(server, settings: ("Llm:MaxConcurrent", "1"));
        using var cancellation = new CancellationTokenSource();
        var first = host.Client.AskAsync("primera");
        var leaves = host.Client.AskAsync("se va", cancellationToken: cancellation.Token);
        var last = host.Client.AskAsync("última");

        await cancellation.CancelAsync();
        await leaves.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        gate.SetResult();
        await first;
        await last;

        server.Requests.Select(request => request.LastQuestion).Should().Equal("primera", "última");
    }

    [Fact]
    public async Task Model_ManyCallersSideBySide_EachGetItsOwnReply()
    {
        await using var server = await OllamaDouble.RunAsync(request => ModelScript.Of(request.LastQuestion.Select(letter => $"{letter}")));
        await using var host = ModelHost.Over(server, settings: ("Llm:MaxConcurrent", $"{Callers}"));

        var replies = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => host.Client.AskAsync($"pregunta número {caller}")));

        replies.Select(reply => reply.Text()).Should().Equal(Enumerable.Range(0, Callers).Select(caller => $"pregunta número {caller}"));
    }
}
