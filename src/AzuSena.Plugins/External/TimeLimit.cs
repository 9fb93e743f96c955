namespace AzuSena.Plugins.External;

/// <summary>Runs code that may hang on a thread of its own, and waits for it no longer than the limit.</summary>
internal sealed class TimeLimit(TimeProvider time, TimeSpan limit)
{
    /// <summary>
    /// Runs it. At the limit its token is cancelled and the plugin refused; code that does not heed the token goes on until the process ends, for no
    /// thread can be stopped from outside.
    /// </summary>
    /// <param name="work">The code.</param>
    /// <param name="tooLong">Makes the exception for code that took too long.</param>
    /// <param name="stopping">Ends the waiting at once.</param>
    /// <exception cref="PluginRefusedException">It took too long.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<PluginRefusedException> tooLong, CancellationToken stopping)
    {
        // It cancels itself, on a thread of the pool: what the plugin hangs on the token may block as well.
        var cancellation = new CancellationTokenSource(limit, time);
        var token = cancellation.Token;
        var running = Task.Factory.StartNew(() => work(token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try
        {
            return await running.WaitAsync(limit, time, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not awaited, for the same reason.
            _ = cancellation.CancelAsync();
            throw;
        }
        catch (Exception exception) when ((exception is TimeoutException && !running.IsCompleted) || token.IsCancellationRequested)
        {
            throw tooLong();
        }
        finally
        {
            if (running.IsCompleted)
            {
                cancellation.Dispose();
            }
        }
    }
}
