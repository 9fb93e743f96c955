using AzuSena.Errors;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Search;

/// <summary>
/// Holds the <see cref="TermPostings"/> of a large store. They are loaded in the background, once per state of the store; until then, and always for small
/// stores, FTS5 answers.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="minPassages">The maximum number of passages of a small store.</param>
internal sealed class PostingsCache(PassageStore store, int minPassages) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private volatile TermPostings? _postings;
    private Task _reading = Task.CompletedTask;

    /// <summary>The postings of a state of the store, or null if FTS5 is to be used.</summary>
    public TermPostings? Of(StoreSnapshot snapshot)
    {
        if (!IsBig(snapshot))
        {
            return null;
        }

        if (_postings is { } postings && postings.State == snapshot.State)
        {
            return postings;
        }

        _ = StartReading();
        return null;
    }

    /// <summary>Loads the postings of the current state of the store, if it is large.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        using (var snapshot = store.Read())
        {
            if (!IsBig(snapshot) || Of(snapshot) is not null)
            {
                return;
            }
        }

        await StartReading().WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private bool IsBig(StoreSnapshot snapshot) => snapshot.PassageCount > minPassages && snapshot.PassageCount <= TermPostings.MaxPassages;

    private Task StartReading()
    {
        lock (_lock)
        {
            return _reading = _reading.IsCompleted && !_stop.IsCancellationRequested ? Task.Run(() => Read(_stop.Token)) : _reading;
        }
    }

    // A failure here is harmless: FTS5 answers, and the next search tries again.
    private void Read(CancellationToken cancellationToken)
    {
        try
        {
            using var snapshot = store.Read();
            _postings = TermPostings.Read(snapshot, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or AzuSenaException or IndexOutOfRangeException or OverflowException)
        {
            _postings = null;
        }
    }
}
