using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Hosting;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Work;

/// <summary>What is done for clients right now: answers, and those who read them. A stop refuses more of it, waits for it, and in the end ends it.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class RunningWork(IOptions<ShutdownOptions> options) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly WaitGroup _open = new();
    private readonly CancellationTokenSource _ending = new();
    private bool _isStopping;

    /// <summary>Whether the service is being stopped: nothing new is taken.</summary>
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

    /// <summary>Cancelled when what is not done yet has to end.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>How many pieces of work are under way.</summary>
    public int Count => _open.Count;

    /// <summary>Begins a piece of work; dispose what is given back at its end, once its last word is sent. Null if the service is being stopped.</summary>
    public IDisposable? TryEnter()
    {
        lock (_lock)
        {
            return _isStopping ? null : Follow();
        }
    }

    /// <summary>Counts in what belongs to work that has begun before, and is never refused.</summary>
    public IDisposable Follow()
    {
        _open.Add();
        return new Piece(_open);
    }

    /// <summary>Takes nothing new any more.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _isStopping = true;
        }
    }

    /// <summary>Ends what is under way.</summary>
    public Task EndAsync() => _ending.CancelAsync();

    /// <summary>Ends once nothing is under way.</summary>
    public Task WhenNoneAsync() => _open.WhenNoneAsync();

    /// <summary>What whoever is refused or ended is told, as an exception.</summary>
    public AzuSenaException Refusal() => new(ErrorCode.Stopping) { RetryAfter = TimeSpan.FromSeconds(RetryAfterSeconds) };

    /// <summary>The same, as the last event of an answer.</summary>
    public AnswerFailed Failure() => new(ErrorCode.Stopping.WireName(), ErrorCode.Stopping.Message(), RetryAfterSeconds);

    /// <inheritdoc/>
    public void Dispose() => _ending.Dispose();

    // By then this process has ended, and another may serve.
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
