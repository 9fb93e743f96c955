namespace AzuSena.SocketIo.Namespaces;

/// <summary>The acknowledgements still expected from a client.</summary>
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

    /// <summary>Completes the wait for an acknowledgement; one that is not or no longer expected is ignored.</summary>
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
