using System.ComponentModel;
using System.Text.Json.Nodes;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using Microsoft.SemanticKernel;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace AzuSena.Models;

/// <summary>Tools that the model calls while it streams.</summary>
public sealed class ToolTests
{
    private static readonly JsonObject Year = new() { ["anio"] = 2026 };

    [Fact]
    public async Task Ollama_CallsTool_GetsItsResultAndGoesOn()
    {
        await using var server = await OllamaDouble.RunAsync(CallOnce);
        await using var host = ModelHost.Over(server);
        var model = await host.ModelAsync();

        var updates = await model.Client.AskAsync("¿Cuándo es Navidad?", With(Holiday()));

        updates.Text().Should().Be("Es el 25 de diciembre.");
        updates.Contents<FunctionCallContent>().Should().ContainSingle().Which.Name.Should().Be("festivo");
        updates.Contents<FunctionResultContent>().Should().ContainSingle().Which.Result!.ToString().Should().Be("25 de diciembre de 2026");
        server.Requests[0].Body["tools"]![0]!["function"]!["parameters"]!["properties"]!["anio"]!["type"]!.ToString().Should().Be("integer");
        server.Requests[1].Body["messages"]![1]!["tool_calls"]![0]!["function"]!["arguments"]!["anio"]!.GetValue<int>().Should().Be(2026);
        server.Requests[1].Body["messages"]![2]!.ToJsonString().Should().Contain("25 de diciembre de 2026").And.Contain("\"tool_name\":\"festivo\"");
    }

    [Fact]
    public async Task OpenAi_CallsTool_GetsItsResultAndGoesOn()
    {
        await using var server = await OpenAiDouble.RunAsync(CallOnce);
        await using var host = ModelHost.Over(server);

        var updates = await host.Client.AskAsync("¿Cuándo es Navidad?", With(Holiday()));

        updates.Text().Should().Be("Es el 25 de diciembre.");
        updates.Contents<FunctionResultContent>().Should().ContainSingle().Which.Result!.ToString().Should().Be("25 de diciembre de 2026");
    }

    [Fact]
    public async Task Ollama_CallsKernelFunction_WithItsKernel()
    {
        await using var server = await OllamaDouble.RunAsync(CallOnce);
        await using var host = ModelHost.Over(server);
        await host.ModelAsync();
        var kernel = new Kernel();
        kernel.Data["país"] = "Colombia";
        var function = KernelFunctionFactory.CreateFromMethod((Kernel own, int anio) => $"{own.Data["país"]} {anio}", "festivo").WithKernel(kernel);

        var updates = await host.Client.AskAsync("¿?", With(function));

        updates.Contents<FunctionResultContent>().Single().Exception.Should().BeNull();
        updates.Contents<FunctionResultContent>().Single().Result!.ToString().Should().Be("Colombia 2026");
    }

    [Fact]
    public async Task Ollama_ToolThrows_ModelHearsOfItAndAnswers()
    {
        await using var server = await OllamaDouble.RunAsync(CallOnce);
        await using var host = ModelHost.Over(server);
        await host.ModelAsync();
        var broken = AIFunctionFactory.Create(string (int anio) => throw new InvalidOperationException("secreto en /home"), "festivo");

        var updates = await host.Client.AskAsync("¿?", With(broken));

        updates.Text().Should().Be("Es el 25 de diciembre.");
        updates.Contents<FunctionResultContent>().Single().Exception.Should().BeOfType<InvalidOperationException>();
        server.Requests[1].Body.ToJsonString().Should().Contain("Error").And.NotContain("secreto");
    }

    [Fact]
    public async Task Ollama_ToolTakesTooLong_ModelHearsOfItAndAnswers()
    {
        var time = new FakeTimeProvider();
        var called = new TaskCompletionSource<CancellationToken>();
        await using var server = await OllamaDouble.RunAsync(CallOnce);
        await using var host = ModelHost.Over(server, time, ("Llm:ToolSeconds", "2"));
        await host.ModelAsync();

        var asking = host.Client.AskAsync("¿?", With(host, Forever(called)));
        var token = await called.Task;
        time.Advance(TimeSpan.FromSeconds(2));

        var updates = await asking;
        updates.Text().Should().Be("Es el 25 de diciembre.");
        updates.Contents<FunctionResultContent>().Single().Exception.Should().BeOfType<TimeoutException>();
        token.IsCancellationRequested.Should().BeTrue();
        (await host.UntilLoggedAsync("festivo")).Should().Contain("failed");
    }

    [Fact]
    public async Task Ollama_CancelledWhileAToolRuns_EndsTheToolAndAsksNoMore()
    {
        var called = new TaskCompletionSource<CancellationToken>();
        await using var server = await OllamaDouble.RunAsync(CallOnce);
        await using var host = ModelHost.Over(server);
        await host.ModelAsync();
        using var cancellation = new CancellationTokenSource();

        var asking = host.Client.AskAsync("¿?", With(host, Forever(called), cancellation.Token), cancellation.Token);
        var token = await called.Task;
        await cancellation.CancelAsync();

        await asking.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        token.IsCancellationRequested.Should().BeTrue();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Ollama_CallsToolsForEver_IsStoppedAfterItsRounds()
    {
        await using var server = await OllamaDouble.RunAsync(request =>
            request.Body["tools"] is null ? ModelScript.Of("Basta.") : new ModelScript().Call("festivo", Year));
        await using var host = ModelHost.Over(server, settings: ("Llm:MaxToolRounds", "3"));
        await host.ModelAsync();

        var updates = await host.Client.AskAsync("¿?", With(Holiday()));

        updates.Text().Should().Be("Basta.");
        server.Requests.Should().HaveCount(4);
        updates.Contents<FunctionResultContent>().Should().HaveCount(3);
    }

    [Fact]
    public async Task Ollama_UnknownTool_ModelHearsOfItAndAnswers()
    {
        await using var server = await OllamaDouble.RunAsync(CallOnce);
        await using var host = ModelHost.Over(server);
        await host.ModelAsync();

        var updates = await host.Client.AskAsync("¿?", With(AIFunctionFactory.Create(() => 1, "otra")));

        updates.Text().Should().Be("Es el 25 de diciembre.");
    }

    [Fact]
    public async Task Ollama_ModelWithoutTools_GetsNone()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var host = ModelHost.Over(server, settings: ("Ollama:Model", "tinyllama:1.1b"));
        var model = await host.ModelAsync();

        (await model.Client.AskAsync("¿?", With(Holiday()))).Text().Should().Be("Hola.");

        model.CallsTools.Should().BeFalse();
        server.Requests.Single().Body.ContainsKey("tools").Should().BeFalse();
    }

    private static ModelScript CallOnce(ModelRequest request) => request.Messages[^1].StartsWith("tool", StringComparison.Ordinal)
        ? ModelScript.Of("Es el 25", " de diciembre.")
        : new ModelScript().Call(request.Body["tools"]![0]!["function"]!["name"]!.ToString() is "fechas_festivo" and var tool ? tool : "festivo", Year);

    private static AIFunction Holiday() => AIFunctionFactory.Create([Description("Fecha de un festivo")] (int anio) => $"25 de diciembre de {anio}", "festivo");

    // It heeds no token.
    private static Delegate Forever(TaskCompletionSource<CancellationToken> called) => async (int anio, CancellationToken cancellationToken) =>
    {
        called.SetResult(cancellationToken);
        await new TaskCompletionSource().Task;
        return anio;
    };

    // As a prompt's function gives it, so that the filters of the kernel run.
    private static ChatOptions With(ModelHost host, Delegate tool, CancellationToken cancellationToken = default)
    {
        var kernel = new Kernel(host.Get<IServiceProvider>());
        kernel.SetRequestToken(cancellationToken);
        var function = KernelFunctionFactory.CreateFromMethod(tool, "festivo");
        kernel.Plugins.AddFromFunctions("fechas", [function]);
        return new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(kernel.Plugins["fechas"]) }.ToChatOptions(kernel)!;
    }

    private static ChatOptions With(AIFunction tool) => new() { Tools = [tool] };
}
