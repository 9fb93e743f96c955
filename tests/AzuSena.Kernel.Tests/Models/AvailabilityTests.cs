using AzuSena.Errors;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Models;

/// <summary>Which model serves, as servers come and go.</summary>
public sealed class AvailabilityTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task CurrentAsync_Auto_IsOllamasModel()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var host = ModelHost.Over(server);

        var model = await host.ModelAsync();

        model.Should().BeEquivalentTo(new { Mode = "ollama:mistral:7b", ContextTokens = 8192, MaxOutputTokens = 2048, CallsTools = true });
        host.Source.Status.Should().Be(new ModelStatus("ollama", "mistral:7b", ModelState.Ready));
    }

    [Fact]
    public async Task CurrentAsync_AutoWithoutServer_IsNothing()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var host = ModelHost.Over(server);
        await server.StopAsync();

        (await host.Source.CurrentAsync(CancellationToken.None)).Should().BeNull();

        host.Source.Status.State.Should().Be(ModelState.Unreachable);
        host.Source.Status.Problem.Should().Contain("OLLAMA_HOST").And.NotContain("127.0.0.1");
    }

    [Fact]
    public async Task CurrentAsync_AutoWithoutTheModel_NamesTheCommandThatPullsIt()
    {
        await using var server = await OllamaDouble.RunAsync();
        server.Models = [OllamaModel.TinyLlama];
        await using var host = ModelHost.Over(server);

        (await host.Source.CurrentAsync(CancellationToken.None)).Should().BeNull();

        host.Source.Status.State.Should().Be(ModelState.Missing);
        host.Source.Status.Problem.Should().EndWith("ollama pull mistral:7b");
        await host.UntilLoggedAsync("ollama pull mistral:7b");
    }

    [Theory]
    [InlineData("ollama")]
    [InlineData("openai")]
    public async Task CurrentAsync_NamedProviderWithoutServer_IsModelUnavailable(string provider)
    {
        await using var server = await OpenAiDouble.RunAsync();
        await using var host = ModelHost.Over(server, settings: [("Llm:Provider", provider), ("Ollama:Port", $"{server.Port}")]);
        await server.StopAsync();

        var asking = async () => await host.Source.CurrentAsync(CancellationToken.None);

        (await asking.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelUnavailable);
    }

    [Fact]
    public async Task CurrentAsync_None_IsNothingAndOff()
    {
        await using var host = ModelHost.With(("Llm:Provider", "none"));

        (await host.Source.CurrentAsync(CancellationToken.None)).Should().BeNull();

        host.Source.Status.State.Should().Be(ModelState.Off);
        (await host.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelUnavailable);
    }

    [Fact]
    public async Task Probe_ServerGoesAndComesBack_IsNoticedWithoutAQuestion()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var host = ModelHost.Over(server, _time);
        await using var probe = await host.ProbeAsync();
        await host.UntilLoggedAsync("ollama serves mistral:7b");

        await server.StopAsync();
        _time.Advance(Interval);
        await host.UntilLoggedAsync("ollama does not serve mistral:7b");
        (await host.Source.CurrentAsync(CancellationToken.None)).Should().BeNull();

        await server.StartAsync();
        _time.Advance(Interval);
        await host.UntilLoggedAsync("ollama serves mistral:7b");
        (await (await host.ModelAsync()).Client.AskAsync("¿?")).Text().Should().Be("Hola.");
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task KilledServer_FailsTheReplyThenIsNothingThenServesAgain()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Hola").Stall());
        await using var host = ModelHost.Over(server, _time);
        await using var probe = await host.ProbeAsync();
        await host.UntilLoggedAsync("ollama serves mistral:7b");
        await using var updates = host.Client.GetStreamingResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "¿?")]).GetAsyncEnumerator();
        await updates.UntilTextAsync();

        await server.StopAsync();

        var next = async () => await updates.MoveNextAsync();
        (await next.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelUnavailable);
        (await host.Source.CurrentAsync(CancellationToken.None)).Should().BeNull();

        server.Script = _ => ModelScript.Of("De vuelta");
        await server.StartAsync();
        _time.Advance(Interval);
        await host.UntilLoggedAsync("ollama serves mistral:7b");
        (await (await host.ModelAsync()).Client.AskAsync("¿?")).Text().Should().Be("De vuelta");
    }

    [Fact]
    public async Task CurrentAsync_OpenAi_NeedsItsKey()
    {
        await using var server = await OpenAiDouble.RunAsync();
        server.Key = "clave-secreta";
        await using var without = ModelHost.Over(server);
        await using var with = ModelHost.Over(server, settings: ("Llm:ApiKey", "clave-secreta"));

        var asking = async () => await without.Source.CurrentAsync(CancellationToken.None);

        await asking.Should().ThrowAsync<AzuSenaException>();
        without.Source.Status.Problem.Should().Contain("Llm__ApiKey");
        var model = await with.ModelAsync();
        model.Mode.Should().Be("openai:doble");
        (await model.Client.AskAsync("¿?")).Text().Should().Be("Hola.");
        server.Requests.Single().Authorization.Should().Be("Bearer clave-secreta");
    }
}
