using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Errors;

namespace AzuSena.Api.Answers.Live;

/// <summary>One answer while it is made: its events numbered, within its asker's limits, until it ends or is stopped.</summary>
/// <param name="asker">Who asked.</param>
/// <param name="source">The walk that gives the events.</param>
/// <param name="slots">How many questions may be answered at once.</param>
internal sealed class AnswerRun(Asker asker, Func<CancellationToken, IAsyncEnumerable<AnswerEvent>> source, QuestionSlots slots) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private bool _hasEnded;

    /// <summary>Whom the answer belongs to; null for whoever knows its id.</summary>
    public string? Owner => asker.Owner;

    /// <summary>Whether there will be no more events.</summary>
    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _hasEnded;
            }
        }
    }

    /// <summary>Ends the work. False where it has ended already.</summary>
    public bool Stop()
    {
        lock (_lock)
        {
            if (_hasEnded)
            {
                return false;
            }

            // Whoever waits for the token goes on elsewhere, not inside this lock.
            _ = _stop.CancelAsync();
            return true;
        }
    }

    /// <summary>The events. Once stopped, the last is an <see cref="AnswerFailed"/> that says so.</summary>
    public async IAsyncEnumerable<AnswerEvent> EventsAsync([EnumeratorCancellation] CancellationToken leaving)
    {
        using var slot = slots.TryEnter(asker);
        if (slot is null)
        {
            yield return Failed(ErrorCode.TooManyQuestions) with { Sequence = 1 };
            yield break;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, leaving);
        await using var events = source(either.Token).GetAsyncEnumerator(either.Token);
        var isStopped = false;
        for (var number = 1; !isStopped; number++)
        {
            AnswerEvent step;
            try
            {
                if (!await events.MoveNextAsync())
                {
                    yield break;
                }

                step = events.Current;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested && !leaving.IsCancellationRequested)
            {
                step = Failed(ErrorCode.AnswerStopped);
                isStopped = true;
            }

            yield return step with { Sequence = number };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _hasEnded = true;
        }

        _stop.Dispose();
    }

    private static AnswerFailed Failed(ErrorCode code) => new(code.WireName(), code.Message());
}
