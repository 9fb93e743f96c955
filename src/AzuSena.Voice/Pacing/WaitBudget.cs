namespace AzuSena.Voice.Pacing;

/// <summary>
/// The time that may pass in waiting for the other side of a transfer. Each piece that moves earns time back, so that a side that stalls, or goes on slower
/// than a rate, runs out of it; what this side takes for its own work does not count. Not for concurrent use.
/// </summary>
/// <param name="most">What there is at the start, and the most that there can be.</param>
/// <param name="bytesPerSecond">The rate that keeps the budget as it is; 0 where any piece restores it.</param>
/// <param name="time">Measures it.</param>
public sealed class WaitBudget(TimeSpan most, int bytesPerSecond, TimeProvider time)
{
    private TimeSpan _spent;

    /// <summary>Waits for something while there is time.</summary>
    /// <param name="wait">What is waited for; its token is cancelled when there is no time left.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="TimeoutException">There is no time left.</exception>
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

    /// <summary>Counts what has moved.</summary>
    public void Earn(int bytes)
    {
        var earned = bytesPerSecond == 0 ? _spent : TimeSpan.FromSeconds((double)bytes / bytesPerSecond);
        _spent = earned < _spent ? _spent - earned : TimeSpan.Zero;
    }
}
