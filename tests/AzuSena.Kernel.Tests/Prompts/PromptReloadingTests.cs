using AzuSena.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AzuSena.Prompts;

/// <summary>When the folder is read: by the real watcher, and by the clock where nothing is announced.</summary>
public sealed class PromptReloadingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(2);
    private readonly PromptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StartAsync_RealWatcher_AnEditServesWithoutARestart()
    {
        var library = _folder.Open(time: TimeProvider.System);
        var before = library.Get(WalkPrompts.AnswerQuestion).Version.Hash;
        var changed = NextChange(library);

        // Polled once an hour, so that only the watcher can tell.
        using var reloading = await StartAsync(library, TimeProvider.System, pollSeconds: 3600);
        _folder.Put(WalkPrompts.AnswerQuestion);
        await changed.WaitAsync(Patience);

        library.Get(WalkPrompts.AnswerQuestion).Version.Hash.Should().NotBe(before);
    }

    [Fact]
    public async Task StartAsync_NothingAnnounced_ThePollFindsTheEditWithinTwoSeconds()
    {
        var time = _folder.Time;
        var library = _folder.Open();
        var before = library.Get(WalkPrompts.AnswerQuestion).Version.Hash;
        using var reloading = await StartAsync(library, time, pollSeconds: 1);
        _folder.Put(WalkPrompts.AnswerQuestion);

        for (var passed = TimeSpan.Zero; passed < Promise; passed += TimeSpan.FromMilliseconds(100))
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        library.Get(WalkPrompts.AnswerQuestion).Version.Hash.Should().NotBe(before);
    }

    [Fact]
    public async Task StopAsync_LaterEdits_AreNotRead()
    {
        var time = _folder.Time;
        var library = _folder.Open();
        var before = library.Get(WalkPrompts.AnswerQuestion);
        using var reloading = await StartAsync(library, time, pollSeconds: 1);
        await reloading.StopAsync(CancellationToken.None);
        _folder.Put(WalkPrompts.AnswerQuestion);

        time.Advance(TimeSpan.FromMinutes(1));

        library.Get(WalkPrompts.AnswerQuestion).Should().BeSameAs(before);
    }

    [Fact]
    public async Task StartAsync_PromptThatWasNeverGood_StopsTheStart()
    {
        File.Delete(_folder.Combine("Answering/SmallTalk/config.json"));

        var start = () => StartAsync(_folder.Open(), TimeProvider.System, pollSeconds: 1);

        await start.Should().ThrowAsync<SettingsException>().WithMessage("*Answering/SmallTalk/config.json: Falta el archivo config.json*");
    }

    private static Task NextChange(PromptLibrary library)
    {
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        library.Changed += (_, _) => changed.TrySetResult();
        return changed.Task;
    }

    private async Task<PromptReloading> StartAsync(PromptLibrary library, TimeProvider time, double pollSeconds)
    {
        var options = Options.Create(new PromptOptions { Directory = _folder.Path, PollSeconds = pollSeconds });
        var reloading = new PromptReloading(library, options, time, NullLogger<PromptReloading>.Instance);
        await reloading.StartAsync(CancellationToken.None);
        return reloading;
    }
}
