namespace AzuSena.Hosting;

/// <summary>Counts pieces of work that are under way, and tells when there are none.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class WaitGroup
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _none;
    private int _count;

    /// <summary>How many pieces are under way.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>A piece of work begins.</summary>
    public void Add()
    {
        lock (_lock)
        {
            _count++;
        }
    }

    /// <summary>A piece of work has ended.</summary>
    public void Done()
    {
        lock (_lock)
        {
            if (--_count == 0)
            {
                _none?.SetResult();
                _none = null;
            }
        }
    }

    /// <summary>Ends once nothing is under way.</summary>
    public Task WhenNoneAsync()
    {
        lock (_lock)
        {
            return _count == 0 ? Task.CompletedTask : (_none ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
