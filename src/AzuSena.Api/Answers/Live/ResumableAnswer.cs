using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Api.Work;
using AzuSena.Errors;

namespace AzuSena.Api.Answers.Live;

/// <summary>
/// An answer that continues for a while whether or not it has readers: without readers, or after its end, it is removed after that time. It is independent of
/// the call that asked, so that a cut connection does not end it.
/// </summary>
internal sealed class ResumableAnswer : IAsyncDisposable
{
    private readonly AnswerRun _run;
    private readonly EventBuffer _events;
    private readonly TimeSpan _patience;
    private readonly RunningWork _work;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _forgotten = new();
    private readonly ITimer _expiry;
    private readonly TimeProvider _time;
    private Task _making = Task.CompletedTask;
    private bool _isForgotten;

    public ResumableAnswer(AnswerRun run, LiveAnswerOptions options, RunningWork work, TimeProvider time, ILogger log)
    {
        _run = run;
        _events = new EventBuffer(options.MaxEvents);
        _patience = TimeSpan.FromSeconds(options.ResumeSeconds);
        _work = work;
        _time = time;
        _log = log;
        _expiry = time.CreateTimer(_ => Forget(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The question's id, once it is known.</summary>
    public string? Id { get; private set; }

    /// <summary>The owner; null if the id is enough.</summary>
    public string? Owner => _run.Owner;

    /// <summary>When the last event arrived, as a timestamp of the clock; null before.</summary>
    public long? EndedAt { get; private set; }

    /// <summary>The number of the last event so far.</summary>
    public int Last => _events.Last;

    /// <summary>Starts the answer; call it once.</summary>
    /// <param name="started">Called when the question's id is known.</param>
    /// <param name="forgotten">Called when the answer is no longer kept.</param>
    public void Start(Action<ResumableAnswer> started, Action<ResumableAnswer> forgotten)
    {
        _forgotten.Token.Register(() => forgotten(this));
        _making = MakeAsync(started);
    }

    /// <summary>The events after a number, as they arrive.</summary>
    /// <param name="after">The last number that the reader has; 0 for all.</param>
    /// <param name="connectionLost">Cancelled when the reader's connection is lost.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the reader leaves; if its connection is alive that is deliberate, and the last reader to do so ends the work.
    /// </param>
    public async IAsyncEnumerable<SentEvent> ReadAsync(
        int after, CancellationToken connectionLost, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var piece = _work.Follow();
        Enter();
        try
        {
            await foreach (var step in _events.ReadAsync(after, cancellationToken))
            {
                yield return step;
            }
        }
        finally
        {
            Leave(onPurpose: cancellationToken.IsCancellationRequested && !connectionLost.IsCancellationRequested);
        }
    }

    /// <summary>Ends the work; the last event says so. False if it has ended already.</summary>
    public bool Stop() => _run.Stop();

    /// <summary>Ends the work and releases the kept events.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            if (_isForgotten)
            {
                return;
            }

            _isForgotten = true;
        }

        _forgotten.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        Forget();
        await _making;
        await _expiry.DisposeAsync();
        _run.Dispose();
        _forgotten.Dispose();
    }

    private async Task MakeAsync(Action<ResumableAnswer> started)
    {
        // Also without readers: a disconnected client may come back, and the turn is kept.
        using var piece = _work.Follow();
        try
        {
            await foreach (var step in _run.EventsAsync(_forgotten.Token))
            {
                if (step is AnswerStarted { QuestionId: var id })
                {
                    Id = id;
                    started(this);
                }

                await _events.AppendAsync(step, _forgotten.Token);
            }
        }
        catch (OperationCanceledException) when (_forgotten.IsCancellationRequested)
        {
            // No reader came back for it.
        }
        catch (Exception exception)
        {
            Log.AnswerBroke(_log, exception);
            await _events.AppendAsync(new AnswerFailed(ErrorCode.Internal.WireName(), ErrorCode.Internal.Message()), CancellationToken.None);
        }

        End();
    }

    private void Enter()
    {
        lock (_lock)
        {
            _events.Enter();
            Expire(Timeout.InfiniteTimeSpan);
        }
    }

    private void Leave(bool onPurpose)
    {
        lock (_lock)
        {
            _events.Leave();
            if (_events.HasReaders)
            {
                return;
            }

            // A connection cut before the first event is no different: the result is kept in the conversation.
            if (onPurpose)
            {
                _run.Stop();
            }

            Expire(_patience);
        }
    }

    private void End()
    {
        _events.Complete();
        lock (_lock)
        {
            EndedAt = _time.GetTimestamp();
            _run.Dispose();
            if (!_events.HasReaders)
            {
                Expire(_patience);
            }
        }
    }

    private void Expire(TimeSpan wait)
    {
        if (!_isForgotten)
        {
            _expiry.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
