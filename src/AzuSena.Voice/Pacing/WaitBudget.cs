namespace AzuSena.Voice.Pacing;

/// <summary>
/// A budget of waiting time for the other side of a transfer. Each chunk transferred restores some of it, so that a side that stalls, or is slower than a rate,
/// exhausts it; the processing time of this side does not count. Not safe for concurrent use.
/// </summary>
/// <param name="most">The initial and maximum budget.</param>
/// <param name="bytesPerSecond">The rate at which the budget stays constant; 0 if any chunk restores it.</param>
/// <param name="time">The clock.</param>
public sealed class WaitBudget(TimeSpan most, int bytesPerSecond, TimeProvider time)
{
    private TimeSpan _spent;

    /// <summary>Awaits an operation within the budget.</summary>
    /// <param name="wait">The operation; its token is cancelled when the budget is exhausted.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TimeoutException">The budget is exhausted.</exception>
    public async ValueTask<T> SpendAsync<T>(Func<CancellationToken, ValueTask<T>> wait, CancellationToken cancellationToken)
    {
        using var spent = new CancellationTokenSource(_spent < most ? most - _spent : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(spent.Token, cancellationToken);
        var started = time.GetTimestamp();
        try
        {
            return await wait(either.Token);
        }
        catch (OperationCanceledException exception) when (spent.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The other side stalled, or was too slow.", exception);
        }
        finally
        {
            _spent += time.GetElapsedTime(started);
        }
    }

    /// <summary>Counts transferred bytes.</summary>
    public void Earn(int bytes)
    {
        var earned = bytesPerSecond == 0 ? _spent : TimeSpan.FromSeconds((double)bytes / bytesPerSecond);
        _spent = earned < _spent ? _spent - earned : TimeSpan.Zero;
    }
}
