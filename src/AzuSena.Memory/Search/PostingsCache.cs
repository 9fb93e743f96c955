using AzuSena.Errors;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Search;

/// <summary>
/// Holds the <see cref="TermPostings"/> of a big store. They are read beside the searches, once for each state of the store; until they are there, and in small
/// stores always, FTS5 answers.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="minPassages">Stores of no more passages are small.</param>
internal sealed class PostingsCache(PassageStore store, int minPassages) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private volatile TermPostings? _postings;
    private Task _reading = Task.CompletedTask;

    /// <summary>The postings of a state of the store, or null where FTS5 is to be asked.</summary>
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

    /// <summary>Reads the postings of the store as it is now, if it is big.</summary>
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

    // What goes wrong here is no loss: FTS5 answers, and the next search tries again.
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
