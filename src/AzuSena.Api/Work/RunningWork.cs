using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Hosting;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Work;

/// <summary>The work in progress for clients: answers, and their readers. A stop refuses new work, waits for work in progress, and finally ends it.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class RunningWork(IOptions<ShutdownOptions> options) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly WaitGroup _open = new();
    private readonly CancellationTokenSource _ending = new();
    private bool _isStopping;

    /// <summary>Whether the service is stopping: no new work is accepted.</summary>
    public bool IsStopping
    {
        get
        {
            lock (_lock)
            {
                return _isStopping;
            }
        }
    }

    /// <summary>Cancelled when unfinished work has to end.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>How many work items are in progress.</summary>
    public int Count => _open.Count;

    /// <summary>Begins a work item; dispose the result at its end, once its last event is sent. Null if the service is stopping.</summary>
    public IDisposable? TryEnter()
    {
        lock (_lock)
        {
            return _isStopping ? null : Follow();
        }
    }

    /// <summary>Counts an item that belongs to work already begun, and is never refused.</summary>
    public IDisposable Follow()
    {
        _open.Add();
        return new Piece(_open);
    }

    /// <summary>Accepts no new work any more.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _isStopping = true;
        }
    }

    /// <summary>Ends the work in progress.</summary>
    public Task EndAsync() => _ending.CancelAsync();

    /// <summary>Ends once no work is in progress.</summary>
    public Task WhenNoneAsync() => _open.WhenNoneAsync();

    /// <summary>The exception for callers that are refused or ended.</summary>
    public AzuSenaException Refusal() => new(ErrorCode.Stopping) { RetryAfter = TimeSpan.FromSeconds(RetryAfterSeconds) };

    /// <summary>The same, as the last event of an answer.</summary>
    public AnswerFailed Failure() => new(ErrorCode.Stopping.WireName(), ErrorCode.Stopping.Message(), RetryAfterSeconds);

    /// <inheritdoc/>
    public void Dispose() => _ending.Dispose();

    // By then this process has ended, and another may be running.
    private int RetryAfterSeconds => Math.Max(1, options.Value.Seconds);

    private sealed class Piece(WaitGroup open) : IDisposable
    {
        private int _isDone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDone, 1) == 0)
            {
                open.Done();
            }
        }
    }
}
