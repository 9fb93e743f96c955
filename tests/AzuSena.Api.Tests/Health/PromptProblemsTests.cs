using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Prompts;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Health;

/// <summary>An edit of a prompt while the service runs.</summary>
public sealed class PromptProblemsTests
{
    [Fact]
    public async Task Ready_BrokenEdit_SaysWhyWhileTheLastGoodOneServes()
    {
        using var prompts = new TemporaryFolder();
        foreach (var file in new DirectoryInfo(Repository.Prompts).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            prompts.Write(Path.GetRelativePath(Repository.Prompts, file.FullName), File.ReadAllText(file.FullName));
        }

        await using var api = await TestApi.StartAsync($"--Prompts:Directory={prompts.Path}");
        var library = api.Get<PromptLibrary>();
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        library.Changed += (_, _) => changed.TrySetResult();
        var before = library.Get(WalkPrompts.AnswerQuestion).Version;
        (await ProblemsAsync(api)).Should().BeEmpty();

        prompts.Write("Answering/AnswerQuestion/skprompt.txt", "Sin etiquetas {{$question}}");
        await changed.Task.WaitAsync(TestApi.Patience);

        var problem = (await ProblemsAsync(api)).Single(problem => problem.Text("rule") == "messages_missing");
        problem.Text("severity").Should().Be("error");
        problem.Text("place").Should().Be("Answering/AnswerQuestion/skprompt.txt:1");
        library.Get(WalkPrompts.AnswerQuestion).Version.Should().Be(before);
    }

    private static async Task<List<JsonElement>> ProblemsAsync(TestApi api) =>
        (await api.Client.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("prompt_problems").EnumerateArray().ToList();
}
