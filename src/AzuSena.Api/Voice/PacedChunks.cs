using System.Runtime.CompilerServices;
using AzuSena.Voice.Pacing;

namespace AzuSena.Api.Voice;

/// <summary>Monitors the rate of chunks.</summary>
internal static class PacedChunks
{
    /// <summary>The same chunks. If they arrive too slowly that is reported, once, and they continue: their connection has other calls.</summary>
    /// <param name="chunks">The chunks.</param>
    /// <param name="pace">The time limit of the wait for them.</param>
    /// <param name="stalled">Called when they are too slow.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async IAsyncEnumerable<byte[]> PacedBy(
        this IAsyncEnumerable<byte[]> chunks, WaitBudget pace, Action<TimeoutException> stalled, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isPaced = true;
        await using var each = chunks.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync())
        {
            pace.Earn(each.Current?.Length ?? 0);
            yield return each.Current!;
        }

        async Task<bool> NextAsync()
        {
            // Ended by its own token, so that nothing is disposed in the middle of a step.
            var next = each.MoveNextAsync().AsTask();
            if (isPaced)
            {
                try
                {
                    await pace.SpendAsync(token => new ValueTask<bool>(next.WaitAsync(token)), CancellationToken.None);
                }
                catch (TimeoutException exception)
                {
                    isPaced = false;
                    stalled(exception);
                }
            }

            return await next;
        }
    }
}
