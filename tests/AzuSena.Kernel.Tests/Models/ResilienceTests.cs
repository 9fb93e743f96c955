using AzuSena.Errors;
using AzuSena.Models.Availability;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;

namespace AzuSena.Models;

/// <summary>What is tried again, and when it no longer is.</summary>
public sealed class ResilienceTests
{
    [Fact]
    public async Task Ollama_BusyFirst_IsTriedAgain()
    {
        var times = 0;
        await using var server = await OllamaDouble.RunAsync(_ => ++times < 3 ? ModelScript.Refuse(503, "server busy") : ModelScript.Of("Hola"));
        await using var host = ModelHost.Over(server);

        (await host.Client.AskAsync("¿?")).Text().Should().Be("Hola");

        server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task OpenAi_BusyFirst_IsTriedAgainOnlyByUs()
    {
        await using var server = await OpenAiDouble.RunAsync(_ => ModelScript.Refuse(503, "loading model"));
        await using var host = ModelHost.Over(server);

        await host.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>();

        server.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(400)]
    [InlineData(404)]
    public async Task Ollama_FaultThatStays_IsNotTriedAgain(int status)
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Refuse(status, "no"));
        await using var host = ModelHost.Over(server);

        await host.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>();

        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Ollama_FailsWhileOthersWait_TheyDoNotFailAtItToo()
    {
        var gate = new TaskCompletionSource();
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Wait(gate.Task).Die());
        await using var host = ModelHost.Over(server, settings: ("Llm:MaxConcurrent", "1"));
        var model = await host.ModelAsync();
        var asking = Enumerable.Range(0, 20).Select(_ => model.Client.AskAsync("¿?")).ToArray();
        await server.NextRequestAsync();

        await server.StopAsync();
        await host.Get<ModelWatch>().ProbeAsync(onlyIfStale: false, CancellationToken.None);

        foreach (var reply in asking)
        {
            (await reply.Awaiting(it => it).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelUnavailable);
        }

        await server.StartAsync();
        server.Requests.Count.Should().BeLessThan(5);
    }
}
