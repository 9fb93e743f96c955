using System.Net;
using System.Net.Http.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>Answers that fail, are left or are withdrawn, as clients of OpenAI's API see them.</summary>
public sealed class OpenAiFailureTests
{
    [Fact]
    public async Task Chat_FailureInTheMiddle_EndsTheClientsStreamWithTheError()
    {
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(new FailingComposer()));

        var lines = await OpenAiClient.CallAsync(api, "chat-stream", new { model = "azusena", messages = OpenAiClient.Asking(ModelApi.Question) });

        lines[1].GetProperty("choices")[0].GetProperty("delta").Text("content").Should().Be(FailingComposer.First);
        lines[^1].GetProperty("error").Text("code").Should().Be("internal");
        lines[^1].GetProperty("error").Text("type").Should().Be("server_error");
    }

    [Fact]
    public async Task Responses_FailureInTheMiddle_EndsWithResponseFailed()
    {
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(new FailingComposer()));

        var events = await OpenAiClient.CallAsync(api, "responses-stream", new { model = "azusena", input = ModelApi.Question });

        events[^1].Text("type").Should().Be("response.failed");
        events[^1].GetProperty("response").Text("status").Should().Be("failed");
        events[^1].GetProperty("response").GetProperty("error").Text("code").Should().Be("internal");
    }

    [Fact]
    public async Task Chat_FailureBeforeTheBeginning_IsAnErrorWithItsStatus()
    {
        // Nothing listens there, and the operator has named the provider.
        await using var api = await TestApi.StartAsync("--Llm:Provider=ollama", "--Ollama:Host=127.0.0.1", "--Ollama:Port=1");
        foreach (var stream in new[] { false, true })
        {
            using var response = await api.Client.PostAsJsonAsync(
                "/v1/chat/completions", new { model = "azusena", stream, messages = OpenAiClient.Asking(ModelApi.Question) });

            await response.ShouldBeOpenAiErrorAsync(HttpStatusCode.ServiceUnavailable, "server_error", "model_unavailable", param: null);
        }
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("chat streamed")]
    [InlineData("responses streamed")]
    public Task Cancel_HundredAnswers_NoTokenIsTakenAfterwards(string way) =>
        LeftAnswers.ShouldEndTheModelsWorkAsync((api, question, asked) => LeaveAsync(api, way, question, asked));

    [Fact]
    public async Task Chat_ModelThatCounts_TellsItsTokens()
    {
        await using var server = await OllamaDouble.RunAsync(_ => ModelScript.Of("La biblioteca abre de lunes a viernes a las ocho de la mañana [1]."));
        await using var api = await ModelApi.StartAsync(server);
        await api.UntilModeAsync(ModelApi.Mode);

        var reply = (await OpenAiClient.CallAsync(api, "chat", new { model = "azusena", messages = OpenAiClient.Asking(ModelApi.Question) }))[0];
        var answer = await api.Client.AskAsync(ModelApi.Question);

        reply.GetProperty("azusena").Text("mode").Should().Be(ModelApi.Mode);
        reply.GetProperty("azusena").GetProperty("usage_estimated").GetBoolean().Should().BeFalse();
        reply.GetProperty("usage").GetProperty("prompt_tokens").GetInt64().Should().Be(answer.GetProperty("usage").GetProperty("input").GetInt64());
        reply.GetProperty("usage").GetProperty("completion_tokens").GetInt64().Should().Be(answer.GetProperty("usage").GetProperty("output").GetInt64());
    }

    [Fact]
    public async Task Chat_Extractive_AsksNoModel()
    {
        await using var server = await OllamaDouble.RunAsync();
        await using var api = await ModelApi.StartAsync(server);
        await api.UntilModeAsync(ModelApi.Mode);

        var reply = (await OpenAiClient.CallAsync(api, "chat", new { model = "azusena-extractivo", messages = OpenAiClient.Asking(ModelApi.Question) }))[0];

        reply.GetProperty("azusena").Text("mode").Should().Be("extractive");
        reply.GetProperty("azusena").GetProperty("usage_estimated").GetBoolean().Should().BeTrue();
        server.Requests.Should().BeEmpty();
    }

    private static async Task LeaveAsync(TestApi api, string way, string question, Task<ModelRequest> asked)
    {
        using var leaving = new CancellationTokenSource();
        using var handler = new SocketsHttpHandler { MaxResponseDrainSize = 0, ResponseDrainTimeout = TimeSpan.Zero };
        using var client = new HttpClient(handler) { BaseAddress = api.Address };
        var isChat = way.StartsWith("chat", StringComparison.Ordinal);
        var stream = way.EndsWith("streamed", StringComparison.Ordinal);
        object body = isChat
            ? new { model = "azusena", stream, messages = OpenAiClient.Asking(question) }
            : new { model = "azusena", stream, input = question };
        using var request = new HttpRequestMessage(HttpMethod.Post, isChat ? "/v1/chat/completions" : "/v1/responses") { Content = JsonContent.Create(body) };
        if (!stream)
        {
            var asking = client.SendAsync(request, leaving.Token);
            await asked;
            await leaving.CancelAsync();
            await asking.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
            return;
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var events = response.ReadLinesAsync().GetAsyncEnumerator();
        do
        {
            (await events.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience)).Should().BeTrue("the answer goes on");
        }
        while (!events.Current.Contains("el token", StringComparison.Ordinal));
    }
}
