using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Generation;

/// <summary>
/// A token reaches the client while the model server still holds the next one back: each is let go only once the one before has arrived, so no clock is
/// needed to see that nothing is gathered on the way.
/// </summary>
public sealed class TokenFlowTests
{
    private const int Many = 200;
    private static readonly string[] Rest = ["lunes ", "a ", "viernes ", "[1]."];
    private const string Proof = " La biblioteca abre de lunes a viernes [1].";

    public static TheoryData<string, int> Ways =>
        new() { { "sse", 1 }, { "ask", 1 }, { "query_text", 1 }, { "sse", Many }, { "ask", Many }, { "query_text", Many } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Tokens_EachClient_GetsItsOwnAsTheyCome(string way, int clients)
    {
        var arrived = Enumerable.Range(0, clients).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        await using var server = await OllamaDouble.RunAsync(request => Script(request, arrived));
        await using var api = await ModelApi.StartAsync(server, $"--Llm:MaxConcurrent={clients}");

        await Task.WhenAll(Enumerable.Range(0, clients).Select(number => FollowAsync(api, way, number, arrived[number])));

        server.Requests.Should().HaveCount(clients);
    }

    [Fact]
    public async Task Rest_TwoHundredAtOnce_EachGetsItsOwnAnswer()
    {
        await using var server = await OllamaDouble.RunAsync(request => ModelScript.Of([$"Número {NumberIn(request)}: de ", .. Rest, Proof]));
        await using var api = await ModelApi.StartAsync(server, "--Llm:MaxConcurrent=8");

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(number => api.Client.AskAsync(QuestionOf(number))));

        answers.Select(answer => answer.Text("response")).Should().Equal(Enumerable.Range(0, Many).Select(Whole));
        answers.Should().OnlyContain(answer => answer.Text("mode") == ModelApi.Mode);
    }

    [Fact]
    public async Task OpenAiCompatibleServer_WorksByConfigurationAlone()
    {
        var gate = new TaskCompletionSource();
        await using var server = await AzuSena.Testing.OpenAi.OpenAiDouble.RunAsync(_ => ModelScript.Of("De lunes ").Wait(gate.Task).Text(Rest[1..]));
        server.Key = "clave-de-prueba";
        await using var api = await TestApi.StartAsync(
            "--Llm:Provider=openai", $"--Llm:BaseUrl={server.BaseUrl}", "--Llm:Model=doble", "--Llm:ApiKey=clave-de-prueba");
        using var response = await api.Client.OpenStreamAsync(ModelApi.Question);
        await using var events = response.ReadEventsAsync().Select(item => item.Data).GetAsyncEnumerator();

        (await events.NextTokenAsync()).Should().Be("De lunes");
        gate.SetResult();
        while (await events.MoveNextAsync() && events.Current.Text("type") != "answer_completed")
        {
        }

        var answer = events.Current.GetProperty("answer");
        answer.Text("response").Should().Be("De lunes a viernes [1].");
        answer.Text("mode").Should().Be("openai:doble");
        answer.GetProperty("citations")[0].Text("title").Should().Be("Horario de la biblioteca");
    }

    private static string QuestionOf(int number) => $"{ModelApi.Question} Soy el número {number:D3}.";

    // The passage does not hold the number, so its citation goes; what it does hold makes it an answer.
    private static string Whole(int number) => $"Número {number:D3}: de lunes a viernes.{Proof}";

    private static string NumberIn(ModelRequest request) =>
        request.LastQuestion[(request.LastQuestion.IndexOf("Soy el número ", StringComparison.Ordinal) + 14)..][..3];

    private static ModelScript Script(ModelRequest request, TaskCompletionSource[] arrived)
    {
        var number = NumberIn(request);
        return ModelScript.Of($"Número {number}: de ")
            .Wait(arrived[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)].Task)
            .Text([.. Rest, Proof]);
    }

    private static async Task FollowAsync(TestApi api, string way, int number, TaskCompletionSource arrived)
    {
        await using var tokens = TokensAsync(api, way, QuestionOf(number)).GetAsyncEnumerator();
        (await tokens.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience)).Should().BeTrue();
        var text = tokens.Current;
        text.Should().Be($"Número {number:D3}: de");
        arrived.SetResult();
        while (await tokens.MoveNextAsync().AsTask().WaitAsync(TestApi.Patience))
        {
            text += tokens.Current;
        }

        text.Should().Be(Whole(number));
    }

    private static async IAsyncEnumerable<string> TokensAsync(TestApi api, string way, string question)
    {
        if (way == "sse")
        {
            using var response = await api.Client.OpenStreamAsync(question);
            await foreach (var item in response.ReadEventsAsync().Where(item => item.Data.Text("type") == "answer_token"))
            {
                yield return item.Data.Text("text");
            }

            yield break;
        }

        await using var client = await ChatClient.ConnectAsync(api);
        if (way == "ask")
        {
            await foreach (var item in client.Connection.StreamAsync<JsonElement>("Ask", question).Where(item => item.Text("type") == "answer_token"))
            {
                yield return item.Text("text");
            }

            yield break;
        }

        await client.SendQueryAsync(question);
        for (var said = await client.NextAsync(); !said.Body.GetProperty("complete").GetBoolean(); said = await client.NextAsync())
        {
            yield return said.Body.Text("chunk");
        }
    }
}
