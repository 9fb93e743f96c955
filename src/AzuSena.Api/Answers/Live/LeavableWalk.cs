using AzuSena.Answers;

namespace AzuSena.Api.Answers.Live;

/// <summary>
/// A walk that can be abandoned: a plugin or a driver may ignore its token, and even block the thread that asks for the next step. An abandoned walk continues
/// in the background, and keeps its asker's slot until it has ended.
/// </summary>
internal sealed class LeavableWalk(IAsyncEnumerator<AnswerEvent> steps, IDisposable slot, ILogger log) : IAsyncDisposable
{
    private Task<bool> _next = Task.FromResult(false);

    /// <summary>The current step.</summary>
    public AnswerEvent Current => steps.Current;

    /// <summary>Advances to the next step.</summary>
    /// <param name="leaving">Ends the wait, not the walk.</param>
    public Task<bool> MoveNextAsync(CancellationToken leaving)
    {
        _next = Task.Run(() => steps.MoveNextAsync().AsTask(), CancellationToken.None);
        return _next.WaitAsync(leaving);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_next.IsCompleted)
        {
            await EndAsync();
        }
        else
        {
            _ = LogFailureAsync();
        }
    }

    private async Task EndAsync()
    {
        try
        {
            await steps.DisposeAsync();
        }
        finally
        {
            slot.Dispose();
        }
    }

    private async Task LogFailureAsync()
    {
        try
        {
            await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await EndAsync();
        }
        catch (Exception exception)
        {
            Log.LeftWalkFailed(log, exception);
        }
    }
}
