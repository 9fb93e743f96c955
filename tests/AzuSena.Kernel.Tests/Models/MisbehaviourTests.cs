using AzuSena.Errors;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>What a model server may do wrong: each ends in an error with a code, and never in silence.</summary>
public sealed class MisbehaviourTests
{
    public static TheoryData<string> Faults => [.. Scripts.Keys];

    private static Dictionary<string, Func<ModelScript>> Scripts { get; } = new(StringComparer.Ordinal)
    {
        ["dies before the first token"] = () => new ModelScript().Die(),
        ["dies in mid-line"] = () => ModelScript.Of("Hola").Raw("{\"message\":{\"role\":\"assist").Die(),
        ["ends in mid-line"] = () => ModelScript.Of("Hola").Raw("{\"message\":{\"role\":\"assist").End(),
        ["ends without its end"] = () => ModelScript.Of("Hola", " mundo").End(),
        ["ends without a word"] = () => new ModelScript().End(),
        ["says that it failed"] = () => ModelScript.Of("Hola").Fail("an error was encountered while running the model: CUDA error"),
        ["sends garbage"] = () => ModelScript.Of("Hola").Raw("data: \u0001\u0002 basura\n\n").Text(" mundo"),
        ["sends another's JSON"] = () => ModelScript.Of("Hola").Raw("data: [1,2]\n\n").Text(" mundo"),
        ["refuses with 500"] = () => ModelScript.Refuse(500, "llama runner process has terminated: exit status 2"),
        ["refuses with 503"] = () => ModelScript.Refuse(503, "server busy, please try again.  maximum pending requests exceeded"),
        ["refuses with 404"] = () => ModelScript.Refuse(404, "model 'mistral:7b' not found"),
        ["refuses with 400"] = () => ModelScript.Refuse(400, "invalid options"),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Ollama_Fault_IsModelUnavailable(string fault)
    {
        await using var server = await OllamaDouble.RunAsync(_ => Scripts[fault]());
        await using var host = ModelHost.Over(server);
        var model = await host.ModelAsync();

        await FailsAsync(model.Client, ErrorCode.ModelUnavailable);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task OpenAi_Fault_IsModelUnavailable(string fault)
    {
        await using var server = await OpenAiDouble.RunAsync(_ => Scripts[fault]());
        await using var host = ModelHost.Over(server);
        var model = await host.ModelAsync();

        await FailsAsync(model.Client, ErrorCode.ModelUnavailable);
    }

    [Fact]
    public async Task Ollama_DiesAfterTokens_GivesThemFirst()
    {
        var gate = new TaskCompletionSource();
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Hola").Wait(gate.Task).Die());
        await using var host = ModelHost.Over(server);
        await using var updates = host.Client.GetStreamingResponseAsync("¿?").GetAsyncEnumerator();

        await updates.UntilTextAsync();

        updates.Current.Text.Should().Be("Hola");
        gate.SetResult();
        var next = async () => await updates.MoveNextAsync();
        (await next.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelUnavailable);
        server.Requests.Should().ContainSingle("nothing is tried again once tokens have come");
    }

    [Fact]
    public async Task Ollama_TooManyRequests_IsModelBusyAndStillThere()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Refuse(429, "too many requests"));
        await using var host = ModelHost.Over(server);

        await FailsAsync((await host.ModelAsync()).Client, ErrorCode.ModelBusy);

        host.Source.Status.State.Should().Be(ModelState.Ready);
    }

    [Fact]
    public async Task Ollama_LineWithoutEnd_IsNotReadForEver()
    {
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Raw(new string('x', 5 * 1024 * 1024)).Stall());
        await using var host = ModelHost.Over(server);

        await FailsAsync(host.Client, ErrorCode.ModelUnavailable);
    }

    [Fact]
    public async Task Ollama_HundredThousandTokens_AllComeWhereTheyMay()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of(Enumerable.Range(0, 100_000).Select(number => $"{number} ")));
        await using var host = ModelHost.Over(
            server, settings: [("Llm:MaxOutputTokens", "131072"), ("Llm:ContextTokens", "262144"), ("Ollama:Model", "qwen3:4b")]);

        var text = (await (await host.ModelAsync()).Client.AskAsync("¿?")).Text();

        text.Should().Be(string.Concat(Enumerable.Range(0, 100_000).Select(number => $"{number} ")));
    }

    [Fact]
    public async Task Ollama_DoesNotStopAtItsLimit_IsCutOff()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of(Enumerable.Repeat("ay ", 1_000_000)));
        await using var host = ModelHost.Over(server, settings: ("Llm:MaxOutputTokens", "50"));

        var updates = await host.Client.AskAsync("¿?");

        updates.Text().Should().Be(string.Concat(Enumerable.Repeat("ay ", 50)));
        updates[^1].FinishReason.Should().Be(ChatFinishReason.Length);
        await server.Requests[0].Ended.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Ollama_StoppedByItsLimit_SaysSo()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Hola").Because("length"));
        await using var host = ModelHost.Over(server);

        (await host.Client.AskAsync("¿?"))[^1].FinishReason.Should().Be(ChatFinishReason.Length);
    }

    private static async Task FailsAsync(IChatClient client, ErrorCode code) =>
        (await client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(code);
}
