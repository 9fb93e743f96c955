using System.Runtime.CompilerServices;

namespace AzuSena.Api.Answers.Live;

/// <summary>
/// Sends an event at intervals while nothing happens, so that intermediaries between server and reader do not take a slow answer for a dead connection.
/// </summary>
internal static class KeepAlives
{
    /// <summary>How long a stream may be silent: a quarter of nginx's timeout.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    /// <summary>The same events, with a <see cref="KeepAlive"/> whenever none arrived for a <see cref="Period"/>.</summary>
    public static async IAsyncEnumerable<SentEvent> WithKeepAlives(
        this IAsyncEnumerable<SentEvent> events, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var steps = events.GetAsyncEnumerator(cancellationToken);
        var next = Task.FromResult(true);
        try
        {
            while (true)
            {
                next = steps.MoveNextAsync().AsTask();
                while (!await CameAsync(next, time, cancellationToken))
                {
                    yield return new SentEvent(new KeepAlive());
                }

                if (!await next)
                {
                    yield break;
                }

                yield return steps.Current;
            }
        }
        finally
        {
            // An enumerator must not be disposed while it moves; the token ends the move too.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask<bool> CameAsync(Task next, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(Period, time, cancellationToken);
            return true;
        }
        catch (TimeoutException) when (!next.IsCompleted)
        {
            return false;
        }
    }
}
