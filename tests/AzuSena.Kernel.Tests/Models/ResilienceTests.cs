using AzuSena.Errors;
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
    public async Task Ollama_FailsAgainAndAgain_IsLeftInPeaceForAWhile()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Refuse(500, "llama runner process has terminated"));
        await using var host = ModelHost.Over(server);
        for (var question = 0; question < 15; question++)
        {
            await host.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>();
        }

        server.Requests.Should().HaveCount(10, "then the circuit is open");
        await host.Get<Availability.ModelWatch>().ProbeAsync(onlyIfStale: false, CancellationToken.None);
        host.Source.Status.State.Should().Be(ModelState.Ready, "the server itself answers");
        (await host.Source.CurrentAsync(CancellationToken.None)).Should().BeNull("its replies fail");
    }
}
