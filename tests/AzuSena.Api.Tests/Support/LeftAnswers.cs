using System.Diagnostics.Metrics;
using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;

namespace AzuSena.Api.Tests.Support;

/// <summary>What is asked of every way to leave an answer.</summary>
internal static class LeftAnswers
{
    private const int Times = 100;

    /// <summary>
    /// Leaves a hundred answers, half of them in a flood of tokens, half while nothing comes: each time the request to the model is aborted, and no token of it
    /// is taken any more.
    /// </summary>
    /// <param name="leave">Asks a question and leaves its answer; the task is the request to the model, once it has come.</param>
    public static async Task ShouldEndTheModelsWorkAsync(Func<TestApi, string, Task<ModelRequest>, Task> leave)
    {
        await using var server = await OllamaDouble.RunAsync(request => request.LastQuestion.Contains("inundación")
            ? ModelScript.Of(Enumerable.Range(0, 1_000_000).Select(number => $"el token {number} "))
            : ModelScript.Of("el token ").Stall());
        await using var api = await ModelApi.StartAsync(server);
        using var late = new LateTokens(api.Get<IMeterFactory>());

        for (var time = 0; time < Times; time++)
        {
            var asked = server.NextRequestAsync().AsTask();
            await leave(api, ModelApi.Question + (time % 2 == 0 ? " inundación" : " silencio"), asked);
            await (await asked).ClientLeft.WaitAsync(TestApi.Patience);
        }

        late.Count.Should().Be(0);
        server.Requests.Should().HaveCount(Times);
    }
}
