namespace AzuSena.Api.Answers.Live;

/// <summary>Aborts the connection of a reader that does not take what is sent.</summary>
internal static class SendLimit
{
    // Kestrel's own minimum rate gives a full socket minutes; SignalR's limit for a send is the same as this one.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>The same items; each must be sent within the limit, which is measured from when it is there until the next is asked for.</summary>
    public static async IAsyncEnumerable<T> WithinSendLimit<T>(this IAsyncEnumerable<T> items, HttpContext context, TimeProvider time)
    {
        await using var limit = time.CreateTimer(_ => context.Abort(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await foreach (var item in items)
        {
            limit.Change(Limit, Timeout.InfiniteTimeSpan);
            yield return item;
            limit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
