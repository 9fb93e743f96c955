using AzuSena.Errors;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;

namespace AzuSena.Api.Health;

/// <summary>
/// Brings the index in line with the corpus when the service starts. Questions are answered from the last index meanwhile. Where there is no
/// index either, the service says why and stops with a non-zero exit code.
/// </summary>
internal sealed class StartupIndexing(
    CorpusIndexer indexer,
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
            var report = await indexer.RunAsync(status, stoppingToken);
            if (!HoldsAnything())
            {
                throw new AzuSenaException(ErrorCode.CorpusUnavailable, ErrorCodeNames.Text("CorpusUnreadable"));
            }

            Log.Indexed(log, report.Indexed, report.Unchanged, report.Removed, report.Skipped.Count);
            status.Finish(report);
            await search.WarmUpAsync(stoppingToken);
        }
        catch (AzuSenaException exception)
        {
            Recover(exception);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the store stays as it was.
        }
    }

    private void Recover(AzuSenaException exception)
    {
        if (HoldsAnything())
        {
            Log.IndexingFailedButServing(log, exception, exception.ForOperator);
            status.Finish(report: null);
            return;
        }

        Log.NothingToServe(log, exception, exception.ForOperator);
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
