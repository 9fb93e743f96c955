using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Api.Work;
using AzuSena.Errors;

namespace AzuSena.Api.Answers.Live;

/// <summary>One answer in progress, until it ends, is stopped or is abandoned.</summary>
/// <param name="asker">The caller who asked.</param>
/// <param name="source">The walk that produces the events.</param>
/// <param name="slot">The asker's slot, released when the walk has ended.</param>
/// <param name="work">Signals that the service stops, which ends the answer.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Logs a walk that fails after it was abandoned.</param>
internal sealed class AnswerRun(
    Asker asker, Func<CancellationToken, IAsyncEnumerable<AnswerEvent>> source, IDisposable slot, RunningWork work, TimeProvider time, ILogger log)
    : IDisposable
{
    // How long a cancelled walk may take to end by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private bool _hasEnded;

    /// <summary>The owner of the answer; null if its id is enough.</summary>
    public string? Owner => asker.Owner;

    /// <summary>Ends the work. False if it has ended already.</summary>
    public bool Stop()
    {
        lock (_lock)
        {
            if (_hasEnded)
            {
                return false;
            }

            // Continuations of the token run elsewhere, not inside this lock.
            _ = _stop.CancelAsync();
            return true;
        }
    }

    /// <summary>The events. If the answer or the service is stopped, the last is an <see cref="AnswerFailed"/> that says so.</summary>
    public async IAsyncEnumerable<AnswerEvent> EventsAsync([EnumeratorCancellation] CancellationToken leaving)
    {
        using var left = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, work.Ending, leaving);
        await using var registration = either.Token.UnsafeRegister(static left => ((CancellationTokenSource)left!).CancelAfter(Grace), left);
        await using var walk = new LeavableWalk(source(either.Token).GetAsyncEnumerator(either.Token), slot, log);
        var isEnded = false;
        while (!isEnded)
        {
            AnswerEvent step;
            try
            {
                if (!await walk.MoveNextAsync(left.Token))
                {
                    yield break;
                }

                step = walk.Current;
            }
            catch (OperationCanceledException) when (EndOf(leaving) is not null)
            {
                step = EndOf(leaving)!;
                isEnded = true;
            }

            yield return step;
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

    // A reader that leaves gets no more events, except that the service stops: an end for that reason may look like leaving.
    private AnswerFailed? EndOf(CancellationToken leaving) =>
        work.Ending.IsCancellationRequested ? work.Failure()
        : _stop.IsCancellationRequested && !leaving.IsCancellationRequested
            ? new AnswerFailed(ErrorCode.AnswerStopped.WireName(), ErrorCode.AnswerStopped.Message())
            : null;
}
