using AzuSena.Errors;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;

namespace AzuSena.Api.Health;

/// <summary>
/// Indexes again when the database in use was replaced: it was damaged, deleted, or overwritten by a copy. Meanwhile questions are answered from the available
/// passages, or told to wait. If indexing fails, for example because the corpus folder is temporarily missing, it is retried; the service continues.
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
            // If propagated, it would end the host.
            status.Fail((exception as AzuSenaException)?.Code ?? ErrorCode.Internal);
            if (_failedAt == 0)
            {
                Log.RecoveryFailed(log, exception);
            }

            // Each attempt costs time even if no document can be read.
            _wait = _failedAt == 0 ? Period : _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
            _failedAt = time.GetTimestamp();
        }
    }
}
