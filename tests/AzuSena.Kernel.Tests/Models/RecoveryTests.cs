using AzuSena.Errors;
using AzuSena.Models.Availability;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Models;

/// <summary>A model that fails, in each of its ways and over each provider, is known to be away while it does and serves again after the next look.</summary>
public sealed class RecoveryTests
{
    private const int Burst = 4;

    private readonly FakeTimeProvider _time = new();

    private static readonly string[] Providers = ["auto", "ollama", "openai"];

    private static Dictionary<string, Func<ModelScript>> Faults { get; } = new(StringComparer.Ordinal)
    {
        ["busy"] = () => ModelScript.Refuse(503, "server busy, please try again"),
        ["crashed"] = () => ModelScript.Refuse(500, "llama runner process has terminated"),
        ["bad gateway"] = () => ModelScript.Refuse(502, "bad gateway"),
        ["missing"] = () => ModelScript.Refuse(404, "model not found"),
        ["no longer allowed"] = () => ModelScript.Refuse(401, "unauthorized"),
        ["drops the connection"] = () => new ModelScript().Die(),
        ["dies in mid-stream"] = () => ModelScript.Of("Hola").Die(),
        ["ends without its end"] = () => ModelScript.Of("Hola").End(),
        ["sends garbage"] = () => ModelScript.Of("Hola").Raw("data: \u0001\u0002 basura\n\n").Text(" mundo"),
    };

    public static TheoryData<string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string>();
            foreach (var provider in Providers)
            {
                foreach (var fault in Faults.Keys)
                {
                    ways.Add(provider, fault);
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Model_FailsThenServesAgain_IsAwayMeanwhileAndBackWithTheNextLook(string provider, string fault)
    {
        await using var server = await StartAsync(provider, _ => Faults[fault]());
        await using var host = Over(server, provider);
        var model = await host.ModelAsync();
        await Task.WhenAll(Enumerable.Range(0, Burst).Select(_ => model.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>()));

        await IsAwayAsync(host);
        await LookAsync(host);
        await IsAwayAsync(host);

        server.Script = _ => ModelScript.Of("De vuelta");
        await LookAsync(host);
        host.Source.Status.State.Should().Be(ModelState.Ready);
        (await (await host.ModelAsync()).Client.AskAsync("¿?")).Text().Should().Be("De vuelta");
        host.Warnings.Should().ContainSingle("a model that goes is told once").Which.Should().Contain("does not serve");
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("ollama")]
    [InlineData("openai")]
    public async Task Server_RefusesConnectionsThenIsBack_ServesWithTheNextLook(string provider)
    {
        await using var server = await StartAsync(provider, _ => ModelScript.Of("De vuelta"));
        await using var host = Over(server, provider);
        var model = await host.ModelAsync();
        await server.StopAsync();
        await model.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>();
        await IsAwayAsync(host);
        await LookAsync(host);
        await IsAwayAsync(host);

        await server.StartAsync();
        await LookAsync(host);

        server.Requests.Should().BeEmpty("that the server was away explains the failure, so nothing has to be tried");
        (await (await host.ModelAsync()).Client.AskAsync("¿?")).Text().Should().Be("De vuelta");
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("ollama")]
    [InlineData("openai")]
    public async Task Model_HangsThenRepliesAgain_IsBackAlthoughTheFirstTrialStillHangs(string provider)
    {
        await using var server = await StartAsync(provider, _ => new ModelScript().Stall());
        await using var host = Over(server, provider, _time);
        var model = await host.ModelAsync();
        var asking = model.Client.AskAsync("¿?");
        await server.NextRequestAsync();
        _time.Advance(TimeSpan.FromSeconds(180));
        (await asking.Awaiting(it => it).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelTimeout);
        await IsAwayAsync(host);
        var looking = LookAsync(host);
        var patient = await server.NextRequestAsync();
        _time.Advance(ModelTrial.Limit);
        await looking;
        await IsAwayAsync(host);
        patient.ClientLeft.IsCompleted.Should().BeFalse("the model may only have to be loaded");

        server.Script = _ => ModelScript.Of("De vuelta");
        await LookAsync(host);

        host.Source.Status.State.Should().Be(ModelState.Ready);
        await patient.ClientLeft;
        (await (await host.ModelAsync()).Client.AskAsync("¿?")).Text().Should().Be("De vuelta");
    }

    [Fact]
    public async Task Model_IsLongInLoading_IsBackOnceItIsLoaded()
    {
        var loaded = new TaskCompletionSource();
        var requests = 0;
        await using var server = await OllamaDouble.RunAsync(_ =>
            ++requests == 1 ? ModelScript.Refuse(500, "llama runner process has terminated") : new ModelScript().Wait(loaded.Task).Text("Hola"));
        await using var host = ModelHost.Over(server, _time);
        await (await host.ModelAsync()).Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>();
        await server.NextRequestAsync();
        for (var look = 0; look < 3; look++)
        {
            var looking = LookAsync(host);
            await server.NextRequestAsync();
            _time.Advance(ModelTrial.Limit);
            await looking;
            await IsAwayAsync(host);
        }

        var last = LookAsync(host);
        loaded.SetResult();
        await last;

        host.Source.Status.State.Should().Be(ModelState.Ready);
    }

    [Fact]
    public async Task Model_FirstTrialDiesWhileTheNextIsUnderWay_IsBackWithTheNext()
    {
        var (dies, replies) = (new TaskCompletionSource(), new TaskCompletionSource());
        var scripts = new Queue<ModelScript>(
        [
            ModelScript.Refuse(500, "llama runner process has terminated"),
            new ModelScript().Wait(dies.Task).Die(),
            new ModelScript().Wait(replies.Task).Text("Hola"),
        ]);
        await using var server = await OllamaDouble.RunAsync(_ => scripts.Dequeue());
        await using var host = ModelHost.Over(server, _time);
        await (await host.ModelAsync()).Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>();
        await server.NextRequestAsync();
        var first = LookAsync(host);
        var patient = await server.NextRequestAsync();
        _time.Advance(ModelTrial.Limit);
        await first;

        var next = LookAsync(host);
        await server.NextRequestAsync();
        dies.SetResult();
        await patient.Ended;
        replies.SetResult();
        await next;

        host.Source.Status.State.Should().Be(ModelState.Ready);
    }

    [Fact]
    public async Task Probe_RepliesFailAndComeBack_NoQuestionIsNeeded()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Refuse(503, "server busy"));
        await using var host = ModelHost.Over(server, _time);
        await using var probe = await host.ProbeAsync();
        await host.UntilLoggedAsync("ollama serves mistral:7b");
        var asking = (await host.ModelAsync()).Client.AskAsync("¿?");
        await UntilDoneAsync(asking, step: TimeSpan.FromSeconds(0.2));
        await host.UntilLoggedAsync("ollama does not serve mistral:7b");

        server.Script = _ => ModelScript.Of("De vuelta");
        _time.Advance(TimeSpan.FromSeconds(3));

        await host.UntilLoggedAsync("ollama serves mistral:7b");
        (await host.Source.CurrentAsync(CancellationToken.None)).Should().NotBeNull();
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("openai")]
    public async Task CommandLine_RepliesFailAndComeBack_TheQuestionAfterNineSecondsFindsOut(string provider)
    {
        await using var server = await StartAsync(provider, _ => ModelScript.Refuse(500, "llama runner process has terminated"));
        await using var host = Over(server, provider, _time);
        await (await host.ModelAsync()).Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>();
        await IsAwayAsync(host);

        server.Script = _ => ModelScript.Of("De vuelta");
        _time.Advance(TimeSpan.FromSeconds(9));

        (await (await host.ModelAsync()).Client.AskAsync("¿?")).Text().Should().Be("De vuelta");
    }

    [Theory]
    [InlineData(429, ErrorCode.ModelBusy)]
    [InlineData(400, ErrorCode.ModelUnavailable)]
    public async Task OneRequestIsRefused_TheModelIsNotAway(int status, ErrorCode code)
    {
        await using var server = await OpenAiDouble.RunAsync(_ => ModelScript.Refuse(status, "no"));
        await using var host = ModelHost.Over(server);
        var model = await host.ModelAsync();

        (await model.Client.Awaiting(it => it.AskAsync("¿?")).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(code);

        host.Source.Status.State.Should().Be(ModelState.Ready);
    }

    // The pauses between attempts are the fake clock's.
    private async Task UntilDoneAsync(Task<List<ChatResponseUpdate>> asking, TimeSpan step)
    {
        while (!asking.IsCompleted)
        {
            _time.Advance(step);
            await Task.Yield();
        }

        await asking.Awaiting(it => it).Should().ThrowAsync<AzuSenaException>();
    }

    private static Task LookAsync(ModelHost host) => host.Get<ModelWatch>().ProbeAsync(onlyIfStale: false, CancellationToken.None);

    private static async Task IsAwayAsync(ModelHost host)
    {
        host.Source.Status.State.Should().NotBe(ModelState.Ready);
        host.Source.Status.Problem.Should().NotBeNullOrEmpty();
        if (host.Source.IsRequired)
        {
            var asking = async () => await host.Source.CurrentAsync(CancellationToken.None);
            (await asking.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.ModelUnavailable);
        }
        else
        {
            (await host.Source.CurrentAsync(CancellationToken.None)).Should().BeNull();
        }
    }

    private static async Task<ServerDouble> StartAsync(string provider, Func<ModelRequest, ModelScript> script) =>
        provider == "openai" ? await OpenAiDouble.RunAsync(script) : await OllamaDouble.RunAsync(script);

    private static ModelHost Over(ServerDouble server, string provider, TimeProvider? time = null) =>
        server is OpenAiDouble openAi ? ModelHost.Over(openAi, time) : ModelHost.Over((OllamaDouble)server, time, ("Llm:Provider", provider));
}
