namespace AzuSena.SocketIo.Namespaces;

/// <summary>The acknowledgements that a client still owes.</summary>
internal sealed class Acknowledgements
{
    private readonly Lock _lock = new();
    private Dictionary<long, TaskCompletionSource<SocketIoArguments>>? _owed;
    private long _last;

    public (long Id, Task<SocketIoArguments> Answer) Expect()
    {
        var answer = new TaskCompletionSource<SocketIoArguments>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            (_owed ??= [])[_last] = answer;
            return (_last++, answer.Task);
        }
    }

    /// <summary>Takes an answer; one that nobody waits for, or no longer, is passed over.</summary>
    public void Fulfil(long id, SocketIoArguments arguments)
    {
        lock (_lock)
        {
            if (_owed is not null && _owed.Remove(id, out var answer))
            {
                answer.SetResult(arguments);
            }
        }
    }

    public void Forget(long id)
    {
        lock (_lock)
        {
            _owed?.Remove(id);
        }
    }
}
