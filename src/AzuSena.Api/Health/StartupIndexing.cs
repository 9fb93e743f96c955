using AzuSena.Errors;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;

namespace AzuSena.Api.Health;

/// <summary>
/// Brings the index up to date with the corpus when the service starts. Meanwhile questions are answered from the last index. If indexing fails and there is no
/// index either, the service logs the reason and stops with a non-zero exit code.
/// </summary>
internal sealed class StartupIndexing(
    IndexUpkeep upkeep,
    PassageStore store,
    PassageSearch search,
    IndexingStatus status,
    IHostApplicationLifetime lifetime,
    ILogger<StartupIndexing> log) : BackgroundService
{
    private const int NothingToServe = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var report = await upkeep.RunAsync(status, stoppingToken);
            if (report is not null)
            {
                Log.Indexed(log, report.Indexed, report.Unchanged, report.Removed, report.Skipped.Count);
            }

            status.Finish(report);
            await search.WarmUpAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the store stays as it was.
        }
        catch (Exception exception)
        {
            Recover(exception);
        }
    }

    private void Recover(Exception exception)
    {
        var text = exception is AzuSenaException { ForOperator: var told } ? told : exception.Message;

        // Once questions are answered, IndexRecovery rebuilds a lost index.
        if (status.Ready.IsCompleted || HoldsAnything())
        {
            Log.IndexingFailedButServing(log, exception, text);
            status.Finish(report: null);
            return;
        }

        Log.NothingToServe(log, exception, text);
        Environment.ExitCode = NothingToServe;
        lifetime.StopApplication();
    }

    private bool HoldsAnything()
    {
        try
        {
            return store.HoldsAnything();
        }
        catch (AzuSenaException)
        {
            return false;
        }
    }
}
