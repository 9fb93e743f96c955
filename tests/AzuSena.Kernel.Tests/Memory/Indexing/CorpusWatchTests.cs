using AzuSena.Memory.Corpus;
using AzuSena.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Memory.Indexing;

public sealed class CorpusWatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, Action<TemporaryFolder>> Changes => new()
    {
        { "written", folder => folder.Write("b.md", "Nuevo.") },
        { "changed", folder => folder.Write("a.md", "Otro texto.") },
        { "deleted", folder => File.Delete(folder.Combine("a.md")) },
        { "renamed", folder => File.Move(folder.Combine("a.md"), folder.Combine("c.md")) },
        { "in a subfolder", folder => folder.Write("sub/d.md", "Hondo.") },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangesAsync_Change_IsNoticed(string kind, Action<TemporaryFolder> change)
    {
        _folder.Write("a.md", "Texto.");
        using var stop = new CancellationTokenSource(Patience);
        await using var changes = Watch(TimeProvider.System).ChangesAsync(stop.Token).GetAsyncEnumerator();
        await changes.MoveNextAsync();
        var next = changes.MoveNextAsync().AsTask();

        change(_folder);

        (await next).Should().BeTrue(kind);
    }

    [Fact]
    public async Task ChangesAsync_FolderWithoutNotices_IsLookedAtNowAndThen()
    {
        // The folder comes after the watch has started, so the operating system was never asked for notices.
        var time = new FakeTimeProvider();
        var later = _folder.Combine("later");
        using var stop = new CancellationTokenSource(Patience);
        await using var changes = Watch(time, later).ChangesAsync(stop.Token).GetAsyncEnumerator();
        await changes.MoveNextAsync();
        var next = changes.MoveNextAsync().AsTask();
        Directory.CreateDirectory(later);
        await File.WriteAllTextAsync(Path.Combine(later, "a.md"), "Texto.");

        next.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(10));

        (await next).Should().BeTrue();
    }

    [Fact]
    public async Task ChangesAsync_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        await using var changes = Watch(TimeProvider.System).ChangesAsync(stop.Token).GetAsyncEnumerator();
        await changes.MoveNextAsync();
        var next = changes.MoveNextAsync().AsTask();

        await stop.CancelAsync();

        await FluentActions.Awaiting(() => next).Should().ThrowAsync<OperationCanceledException>();
    }

    public void Dispose() => _folder.Dispose();

    private CorpusWatch Watch(TimeProvider time, string? folder = null) =>
        new(Options.Create(new CorpusOptions { CorpusDirectory = folder ?? _folder.Path }), time);
}
