using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AzuSena.Memory.Corpus;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// Reports when the corpus folder has changed and settled. File system notifications are the fast way; periodic polling of sizes and times covers network
/// folders, which send none, and lost notifications.
/// </summary>
public sealed class CorpusWatch(IOptions<CorpusOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    /// <summary>
    /// An element at once, so that no change during a first run is missed, and then one per change, without end; waits for a folder that is temporarily
    /// missing.
    /// </summary>
    public async IAsyncEnumerable<bool> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var notices = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = Watch(notices.Writer);
        var known = Stamp();
        yield return true;
        while (true)
        {
            await WaitAsync(notices.Reader, cancellationToken);
            var now = Stamp();
            if (now != known)
            {
                known = now;
                yield return true;
            }
        }
    }

    private FileSystemWatcher? Watch(ChannelWriter<bool> notices)
    {
        if (!Directory.Exists(options.Value.CorpusDirectory))
        {
            return null;
        }

        try
        {
            return Started(notices);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The system's watches are exhausted, or the folder was just deleted: polling sees changes too, only later.
            return null;
        }
    }

    private FileSystemWatcher Started(ChannelWriter<bool> notices)
    {
        var watcher = new FileSystemWatcher(options.Value.CorpusDirectory) { IncludeSubdirectories = true };
        watcher.Created += (_, _) => notices.TryWrite(true);
        watcher.Changed += (_, _) => notices.TryWrite(true);
        watcher.Deleted += (_, _) => notices.TryWrite(true);
        watcher.Renamed += (_, _) => notices.TryWrite(true);
        watcher.Error += (_, _) => notices.TryWrite(true);
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch
        {
            watcher.Dispose();
            throw;
        }
    }

    // Waits for a notification or the next poll, and then until there are no more for a while: an editor writes a file in several steps.
    private async Task WaitAsync(ChannelReader<bool> notices, CancellationToken cancellationToken)
    {
        using (var poll = new CancellationTokenSource(Poll, time))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(poll.Token, cancellationToken))
        {
            await Task.WhenAny(notices.WaitToReadAsync(either.Token).AsTask());
        }

        cancellationToken.ThrowIfCancellationRequested();
        while (notices.TryRead(out _))
        {
            await Task.Delay(Rest, time, cancellationToken);
        }
    }

    // Uses the corpus's own enumeration, which follows no links and skips folders that cannot be listed.
    private int Stamp()
    {
        var stamp = new HashCode();
        var unreadable = new List<string>();
        foreach (var file in CorpusFolder.Walk(Path.GetFullPath(options.Value.CorpusDirectory), unreadable.Add)
            .OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            stamp.Add(file.FullName, StringComparer.Ordinal);
            try
            {
                stamp.Add(file.Length);
                stamp.Add(file.LastWriteTimeUtc);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Deleted meanwhile; the next poll reports it.
                stamp.Add(exception.GetType());
            }
        }

        stamp.Add(string.Join('\0', unreadable.Order(StringComparer.Ordinal)), StringComparer.Ordinal);
        return stamp.ToHashCode();
    }
}
