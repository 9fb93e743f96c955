namespace AzuSena.Plugins.External;

/// <summary>Runs code that may hang on its own thread, and waits for it no longer than the limit.</summary>
internal sealed class TimeLimit(TimeProvider time, TimeSpan limit)
{
    /// <summary>
    /// Runs the code. At the limit its token is cancelled and the plugin refused; code that ignores the token runs until the process ends, because a thread
    /// cannot be stopped from outside.
    /// </summary>
    /// <param name="work">The code.</param>
    /// <param name="tooLong">Creates the exception for code that took too long.</param>
    /// <param name="stopping">Ends the wait at once.</param>
    /// <exception cref="PluginRefusedException">The code took too long.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<PluginRefusedException> tooLong, CancellationToken stopping)
    {
        // Cancelled by its timer, on a pool thread: callbacks that the plugin registers on the token may block as well.
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
