using AzuSena.Errors;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;

namespace AzuSena.Api.Health;

/// <summary>
/// Indexes again when another database has taken the place of the one in use: one that was damaged, deleted, or replaced by a copy. Questions are answered from what
/// is there, or told to wait. Where it cannot be done, because the corpus folder is away for a while, it is tried again; the service goes on.
/// </summary>
internal sealed class IndexRecovery(
    IndexUpkeep upkeep,
    PassageStore store,
    PassageSearch search,
    ServingLock serving,
    IndexingStatus status,
    TimeProvider time,
    ILogger<IndexRecovery> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private TimeSpan _wait = Period;
    private long _failedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await status.Ready.WaitAsync(stoppingToken);
            while (true)
            {
                await store.WaitForNoticeAsync(Period, stoppingToken);
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the store stays as it was.
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        if (_failedAt != 0 && time.GetElapsedTime(_failedAt) < _wait)
        {
            return;
        }

        try
        {
            serving.Renew();
            if (await upkeep.RunAsync(status, stoppingToken) is { } report)
            {
                status.Finish(report);
                Log.Indexed(log, report.Indexed, report.Unchanged, report.Removed, report.Skipped.Count);
                await search.WarmUpAsync(stoppingToken);
            }

            (_wait, _failedAt) = (Period, 0);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Thrown on, it would end the host.
            status.Fail((exception as AzuSenaException)?.Code ?? ErrorCode.Internal);
            if (_failedAt == 0)
            {
                Log.RecoveryFailed(log, exception);
            }

            // A run over documents that nobody can read is not free.
            _wait = _failedAt == 0 ? Period : _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
            _failedAt = time.GetTimestamp();
        }
    }
}
