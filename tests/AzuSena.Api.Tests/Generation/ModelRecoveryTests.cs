using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Api.Tests.Generation;

/// <summary>The model server goes and comes back while the service runs.</summary>
public sealed class ModelRecoveryTests
{
    [Fact]
    public async Task Model_KilledInMidAnswer_FailsThenIsReplacedThenComesBackByItself()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("La biblioteca abre ").Stall());
        await using var api = await ModelApi.StartAsync(server);
        using var response = await api.Client.OpenStreamAsync(ModelApi.Question);
        await using var events = response.ReadEventsAsync().Select(item => item.Data).GetAsyncEnumerator();
        (await events.NextTokenAsync()).Should().Be("La biblioteca abre");

        await server.StopAsync();

        (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience)).Should().BeTrue();
        events.Current.Text("type").Should().Be("answer_failed");
        events.Current.Text("code").Should().Be("model_unavailable");
        (await events.MoveNextAsync()).Should().BeFalse();
        for (var question = 0; question < 20; question++)
        {
            (await api.Client.AskAsync(ModelApi.Question)).Text("mode").Should().Be("extractive");
        }

        server.Script = _ => ModelScript.Of("Abre de lunes a viernes [1].");
        await server.StartAsync();
        await api.UntilModeAsync(ModelApi.Mode);
        var answer = await api.Client.AskAsync(ModelApi.Question);
        answer.Text("response").Should().Be("Abre de lunes a viernes [1].");
        answer.Text("mode").Should().Be(ModelApi.Mode);
    }

    [Theory]
    [InlineData("auto", HttpStatusCode.OK, "extractive", "ready")]
    [InlineData("ollama", HttpStatusCode.ServiceUnavailable, "extractive", "model_unavailable")]
    public async Task Model_BurstOfErrors_ReadySaysSoAndTheModelComesBackByItself(string provider, HttpStatusCode code, string mode, string status)
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Refuse(500, "llama runner process has terminated"));
        await using var api = await ModelApi.StartAsync(server, $"--Llm:Provider={provider}");
        await api.UntilModeAsync(ModelApi.Mode);
        var body = $$"""{"query": "{{ModelApi.Question}}"}""";
        foreach (var response in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.Client.PostBodyAsync(Asking.TextPath, body))))
        {
            response.StatusCode.Should().Be(code);
            response.Dispose();
        }

        using (var ready = await api.Client.GetAsync("/health/ready"))
        {
            ready.StatusCode.Should().Be(code);
            var said = await ready.Content.ReadFromJsonAsync<JsonElement>();
            said.Text("mode").Should().Be(mode);
            said.Text("status").Should().Be(status);
            said.GetProperty("model").Text("state").Should().Be("unreachable");
        }

        server.Script = _ => ModelScript.Of("Abre de lunes a viernes [1].");
        await api.UntilModeAsync(ModelApi.Mode);

        (await api.Client.AskAsync(ModelApi.Question)).Text("mode").Should().Be(ModelApi.Mode);
    }

    [Fact]
    public async Task Model_KilledBeforeItsFirstToken_IsReplacedInTheSameAnswer()
    {
        await using var server = await OllamaDouble.RunAsync(_ => new ModelScript().Stall());
        await using var api = await ModelApi.StartAsync(server);
        using var response = await api.Client.OpenStreamAsync(ModelApi.Question);
        await server.NextRequestAsync();

        await server.StopAsync();

        var events = await response.ReadEventsAsync().Select(item => item.Data).ToListAsync();
        events[0].Text("mode").Should().Be(ModelApi.Mode);
        var changed = events.Single(item => item.Text("type") == "mode_changed");
        changed.Text("mode").Should().Be("extractive");
        changed.Text("code").Should().Be("model_unavailable");
        events[^1].GetProperty("answer").Text("mode").Should().Be("extractive");
    }

    [Fact]
    public async Task NamedProvider_IsAway_IsAProblemAndNotReady()
    {
        await using var server = await OllamaDouble.RunAsync();
        await server.StopAsync();
        await using var api = await ModelApi.StartAsync(server, "--Llm:Provider=ollama");

        foreach (var path in new[] { Asking.TextPath, Asking.StreamPath })
        {
            using var answer = await api.Client.PostBodyAsync(path, $$"""{"query": "{{ModelApi.Question}}"}""");
            await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "model_unavailable");
        }

        using var ready = await api.Client.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadFromJsonAsync<JsonElement>()).Text("status").Should().Be("model_unavailable");
    }

    [Fact]
    public async Task Ready_ModelIsMissing_NamesTheCommandThatPullsIt()
    {
        await using var server = await OllamaDouble.RunAsync();
        server.Models = [];
        await using var api = await ModelApi.StartAsync(server);
        (await api.Client.AskAsync(ModelApi.Question)).Text("mode").Should().Be("extractive");

        var ready = await api.Client.GetFromJsonAsync<JsonElement>("/health/ready");

        ready.Text("status").Should().Be("ready");
        ready.Text("mode").Should().Be("extractive");
        ready.GetProperty("model").Text("state").Should().Be("missing");
        ready.GetProperty("model").Text("problem").Should().Contain("ollama pull mistral:7b");
        server.Models = OllamaModel.All;
        await api.UntilModeAsync(ModelApi.Mode);
    }

    [Fact]
    public async Task Ask_TooManyWait_Is503WithRetryAfter()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Abre ").Stall());
        await using var api = await ModelApi.StartAsync(server, "--Llm:MaxConcurrent=1", "--Llm:MaxWaiting=0");
        using var first = await api.Client.OpenStreamAsync(ModelApi.Question);
        await server.NextRequestAsync();

        using var second = await api.Client.PostBodyAsync(Asking.TextPath, $$"""{"query": "{{ModelApi.Question}}"}""");

        await second.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "model_busy");
        second.Headers.RetryAfter!.Delta!.Value.TotalSeconds.Should().BeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Ask_ConversationIsBusy_IsAConflictBeforeAnyEvent()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Abre ").Stall());
        await using var api = await ModelApi.StartAsync(server);
        var body = $$"""{"query": "{{ModelApi.Question}}", "conversation_id": "{{await api.Client.BeginConversationAsync()}}"}""";
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent(body, mediaType: new("application/json"));
        var first = api.Client.PostAsync(Asking.TextPath, content, leaving.Token);
        await server.NextRequestAsync();

        foreach (var path in new[] { Asking.TextPath, Asking.StreamPath })
        {
            using var second = await api.Client.PostBodyAsync(path, body);
            await second.ShouldBeProblemAsync(HttpStatusCode.Conflict, "conversation_busy");
        }

        await leaving.CancelAsync();
        await first.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Prompt_Edited_TheNextAnswersCarryItsHash()
    {
        using var prompts = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Prompts, "*", SearchOption.AllDirectories))
        {
            prompts.Write(Path.GetRelativePath(Repository.Prompts, file), await File.ReadAllTextAsync(file));
        }

        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("Abre [1]."));
        await using var api = await ModelApi.StartAsync(server, $"--Prompts:Directory={prompts.Path}");
        var before = (await api.Client.AskAsync(ModelApi.Question)).Text("prompt");
        var template = prompts.Combine("Answering/AnswerQuestion/skprompt.txt");
        var text = await File.ReadAllTextAsync(template);

        await File.WriteAllTextAsync(
            template, text.Replace("Responde solo con los pasajes", "Responde con los pasajes y con cariño", StringComparison.Ordinal));
        var after = await UntilPromptAsync(api, prompt => prompt != before);
        server.Requests[^1].LastQuestion.Should().Contain("con cariño");

        // A broken edit leaves this one in force.
        await File.WriteAllTextAsync(template, text.Replace("{{$passages}}", "{{$pasajes}}", StringComparison.Ordinal));
        using var limit = new CancellationTokenSource(TestApi.Patience);
        await Eventually.TrueAsync(async () =>
            (await api.Client.GetFromJsonAsync<JsonElement>("/health/ready", limit.Token)).GetProperty("prompt_problems").GetArrayLength() > 0);

        (await api.Client.AskAsync(ModelApi.Question)).Text("prompt").Should().Be(after);
    }

    private static async Task<string> UntilPromptAsync(TestApi api, Func<string, bool> isMeant)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            var prompt = (await api.Client.AskAsync(ModelApi.Question)).Text("prompt");
            if (isMeant(prompt))
            {
                return prompt;
            }
        }
    }
}
