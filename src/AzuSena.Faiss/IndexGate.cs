namespace AzuSena.Faiss;

/// <summary>Admits many readers or one writer, and neither once it is closed.</summary>
/// <remarks>The lock itself is never disposed: a thread may be about to enter it, and it holds nothing that its finalizer does not free.</remarks>
#pragma warning disable CA1001 // See the remarks.
internal sealed class IndexGate(string owner)
#pragma warning restore CA1001
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);
    private bool _closed;
    private Exception? _failure;

    /// <summary>Enters as a reader; dispose the result to leave.</summary>
    /// <exception cref="ObjectDisposedException">The gate is closed.</exception>
    /// <exception cref="VectorIndexException">A change failed half-way.</exception>
    public Passage Read()
    {
        _lock.EnterReadLock();
        return Admit(new Passage(_lock, writes: false));
    }

    /// <summary>Enters as the writer; dispose the result to leave.</summary>
    /// <exception cref="ObjectDisposedException">The gate is closed.</exception>
    /// <exception cref="VectorIndexException">A change failed half-way.</exception>
    public Passage Write()
    {
        _lock.EnterWriteLock();
        return Admit(new Passage(_lock, writes: true));
    }

    /// <summary>Closes the gate when all have left, and then runs <paramref name="release"/>; a second call does nothing.</summary>
    public void Close(Action release)
    {
        _lock.EnterWriteLock();
        using var alone = new Passage(_lock, writes: true);
        if (!_closed)
        {
            _closed = true;
            release();
        }
    }

    /// <summary>Refuses all further entries, after a change that failed half-way; call it as the writer.</summary>
    public void Fail(Exception cause) => _failure = cause;

    private Passage Admit(Passage passage)
    {
        if (!_closed && _failure is null)
        {
            return passage;
        }

        passage.Dispose();
        throw _closed
            ? new ObjectDisposedException(owner)
            : new VectorIndexException("An earlier change of the index failed half-way; dispose it and build it anew.", _failure);
    }

    /// <summary>A stay inside the gate.</summary>
    public readonly ref struct Passage(ReaderWriterLockSlim entered, bool writes)
    {
        public void Dispose()
        {
            if (writes)
            {
                entered.ExitWriteLock();
            }
            else
            {
                entered.ExitReadLock();
            }
        }
    }
}
