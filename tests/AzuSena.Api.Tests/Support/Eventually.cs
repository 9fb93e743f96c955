namespace AzuSena.Api.Tests.Support;

/// <summary>Waits for what another part of the service does in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until it is so; fails where it never is.</summary>
    public static async Task TrueAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        using var timer = new PeriodicTimer(Pause);
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
