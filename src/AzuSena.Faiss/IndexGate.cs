namespace AzuSena.Faiss;

/// <summary>Lets in many readers or one writer, and after it has been closed nobody.</summary>
/// <remarks>
/// The lock itself is never disposed: a thread may be about to enter it, and it holds nothing that its finalizer does not free.
/// </remarks>
#pragma warning disable CA1001 // As the remarks say.
internal sealed class IndexGate(string owner)
#pragma warning restore CA1001
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);
    private bool _closed;
    private Exception? _failure;

    /// <summary>Enters as one of many; dispose the result to leave.</summary>
    /// <exception cref="ObjectDisposedException">The gate is closed.</exception>
    /// <exception cref="VectorIndexException">A change failed half-way.</exception>
    public Passage Read()
    {
        _lock.EnterReadLock();
        return Admit(new Passage(_lock, writes: false));
    }

    /// <summary>Enters alone; dispose the result to leave.</summary>
    /// <exception cref="ObjectDisposedException">The gate is closed.</exception>
    /// <exception cref="VectorIndexException">A change failed half-way.</exception>
    public Passage Write()
    {
        _lock.EnterWriteLock();
        return Admit(new Passage(_lock, writes: true));
    }

    /// <summary>Closes the gate when all have left, and then runs <paramref name="release"/>; the second time it does nothing.</summary>
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

    /// <summary>Lets nobody in any more, after a change that failed half-way; to be called by who is in alone.</summary>
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

    /// <summary>A stay behind the gate.</summary>
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
