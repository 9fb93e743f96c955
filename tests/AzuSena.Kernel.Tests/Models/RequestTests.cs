using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>What the servers are asked for.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Ollama_NothingSet_GetsTheDefaults()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var host = ModelHost.Over(server, settings: [("Llm:Seed", "7"), ("Ollama:Temperature", "0.5")]);

        await (await host.ModelAsync()).Client.AskAsync("¿Qué es el «SENA» & cómo?");

        server.Requests.Single().Body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Should().Be(
            """{"model":"mistral:7b","messages":[{"role":"user","content":"¿Qué es el «SENA» & """ +
                """cómo?"}],"stream":true,"keep_alive":"30m","options":{"num_ctx":8192,"temperature":0.5,"top_p":0.9,"seed":7,"num_predict":2048}}""");
    }

    [Fact]
    public async Task Ollama_PromptsOwnOptions_WinOverTheDefaultsButNotOverTheModelOrTheLimit()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var host = ModelHost.Over(server, settings: ("Llm:KeepAlive", "-1"));

        await (await host.ModelAsync()).Client.AskAsync(
            "¿?", new ChatOptions
            {
                Temperature = 0,
                TopP = 0.5f,
                MaxOutputTokens = 99_999,
                ModelId = "gpt-4",
                StopSequences = ["Fin"],
                ResponseFormat = ChatResponseFormat.Json
            });

        var body = server.Requests.Single().Body;
        body["model"]!.ToString().Should().Be("mistral:7b");
        body["keep_alive"]!.GetValue<int>().Should().Be(-1);
        body["format"]!.ToString().Should().Be("json");
        body["options"]!.ToJsonString().Should().Be("""{"num_ctx":8192,"temperature":0,"top_p":0.5,"num_predict":2048,"stop":["Fin"]}""");
    }

    [Theory]
    [InlineData("mistral:7b", 8192, 2048, true, null)]
    [InlineData("tinyllama:1.1b", 2048, 1024, false, null)]
    [InlineData("phi3:3.8b", 8192, 2048, false, null)]
    [InlineData("deepseek-r1:8b", 8192, 2048, false, true)]
    [InlineData("qwen3:4b", 8192, 2048, true, true)]
    public async Task Ollama_OriginalsModels_AreUsedAsTheyCan(string name, int context, int output, bool tools, bool? think)
    {
        await using var server = await OllamaDouble.RunAsync(request =>
            request.Body["think"] is null ? ModelScript.Of("Hola.") : new ModelScript().Think("pienso").Text("Hola."));
        await using var host = ModelHost.Over(server, settings: ("Ollama:Model", name));
        var model = await host.ModelAsync();

        var updates = await model.Client.AskAsync("¿?");

        model.Should().BeEquivalentTo(new { Mode = $"ollama:{name}", ContextTokens = context, MaxOutputTokens = output, CallsTools = tools });
        updates.Text().Should().Be("Hola.");
        updates.Thought().Should().Be(think is true ? "pienso" : "");
        var body = server.Requests.Single().Body;
        ((bool?)body["think"]).Should().Be(think);
        body["options"]!["num_ctx"]!.GetValue<int>().Should().Be(context);
        body["options"]!["num_predict"]!.GetValue<int>().Should().Be(output);
    }

    [Fact]
    public async Task Ollama_ThinkingSwitchedOff_TellsTheServer()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var host = ModelHost.Over(server, settings: [("Ollama:Model", "qwen3:4b"), ("Llm:Think", "false")]);

        await (await host.ModelAsync()).Client.AskAsync("¿?");

        ((bool?)server.Requests.Single().Body["think"]).Should().BeFalse();
    }

    [Fact]
    public async Task Ollama_OldServerWithThoughtsInTheText_KeepsThemApart()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Pienso", " mucho", "</th", "ink>\n\n", "Hola."));
        server.Models = [OllamaModel.DeepSeekR1 with { Capabilities = ["completion"] }];
        await using var host = ModelHost.Over(server, settings: ("Ollama:Model", "deepseek-r1:8b"));

        var updates = await (await host.ModelAsync()).Client.AskAsync("¿?");

        updates.Text().Should().Be("Hola.");
        updates.Thought().Should().Be("Pienso mucho");
    }

    [Fact]
    public async Task Ollama_ModelNotInMemory_IsSaidBeforeTheFirstToken()
    {
        await using var server = await OllamaDouble.RunAsync();
        server.StartsLoaded = false;
        await using var host = ModelHost.Over(server);

        var first = await host.Client.AskAsync("¿?");
        var second = await host.Client.AskAsync("¿?");

        first[0].Contents.Should().ContainSingle().Which.Should().BeOfType<ModelLoadingContent>().Which.Model.Should().Be("mistral:7b");
        first.Text().Should().Be("Hola.");
        second.Contents<ModelLoadingContent>().Should().BeEmpty();
    }

    [Fact]
    public async Task Ollama_WholeReply_IsTheStreamsFold()
    {
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Think("pienso").Text("Hola", " mundo"));
        await using var host = ModelHost.Over(server);

        var reply = await host.Client.GetResponseAsync("¿?");

        reply.Text.Should().Be("Hola mundo");
        reply.FinishReason.Should().Be(ChatFinishReason.Stop);
        reply.Usage!.OutputTokenCount.Should().Be(3);
    }

    [Fact]
    public async Task OpenAi_NothingSet_GetsTheDefaults()
    {
        await using var server = await OpenAiDouble.RunAsync();
        await using var host = ModelHost.Over(server);

        await host.Client.AskAsync("¿?");

        var body = server.Requests.Single().Body;
        body["model"]!.ToString().Should().Be("doble");
        body["temperature"]!.GetValue<double>().Should().BeApproximately(0.2, 1e-6);
        (body["max_completion_tokens"] ?? body["max_tokens"])!.GetValue<int>().Should().Be(2048);
        body["stream"]!.GetValue<bool>().Should().BeTrue();
    }
}
