using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Answers;

/// <summary>Counts what the process holds open, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(ManyAtOnceTests), DisableParallelization = true)]
[Collection(nameof(ManyAtOnceTests))]
public sealed class ManyAtOnceTests : IAsyncLifetime
{
    private const int AtOnce = 200;
    private const long Megabyte = 1024 * 1024;

    private readonly TestApi _api = TestApi.Build(corpus: Repository.Corpus);

    public async Task InitializeAsync()
    {
        await _api.StartAsync();
        await _api.Indexed;
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Ask_TwoHundredAtOnce_EachGetsTheAnswerToItsQuestion()
    {
        var expected = new Dictionary<string, string>();
        foreach (var question in SampleQuestions.All)
        {
            expected[question] = (await _api.Client.AskAsync(question)).Lasting();
        }

        expected.Values.Should().OnlyHaveUniqueItems();
        var answers = await AskManyAsync();

        answers.Should().OnlyContain(pair => pair.Answer == expected[pair.Question]);
    }

    [Fact]
    public async Task Ask_TwoHundredAtOnceAgainAndAgain_HoldsNoMoreThanAfterTheFirstTime()
    {
        await AskManyAsync();
        var (memory, files) = (Memory(), OpenFiles());
        for (var round = 0; round < 3; round++)
        {
            await AskManyAsync();
        }

        Memory().Should().BeLessThan(memory + (20 * Megabyte));

        // Idle connections of the client and of SQLite's pool vary from round to round, but never grow with the number of requests.
        OpenFiles().Should().BeLessThan(files + AtOnce);
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int OpenFiles() => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;

    // A client of its own, whose connections are closed at the end.
    private async Task<List<(string Question, string Answer)>> AskManyAsync()
    {
        using var client = new HttpClient { BaseAddress = _api.Address, Timeout = TestApi.Patience };
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async number =>
        {
            var question = SampleQuestions.All[number % SampleQuestions.All.Length];
            return (question, (await client.AskAsync(question)).Lasting());
        }));
        return [.. answers];
    }
}
