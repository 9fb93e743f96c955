using System.Runtime.CompilerServices;
using AzuSena.Voice.Pacing;

namespace AzuSena.Api.Voice;

/// <summary>Watches how fast chunks come.</summary>
internal static class PacedChunks
{
    /// <summary>The same chunks. When they come too slowly that is told, once, and they go on: their connection has other calls.</summary>
    /// <param name="chunks">The chunks.</param>
    /// <param name="pace">What a wait for them may take.</param>
    /// <param name="stalled">Is told.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
            // Ended by the token that it was given, so that nothing is disposed of in the middle of a step.
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
