using AzuSena.Errors;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Storage;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// Updates the store from the corpus folder. Unchanged files (by content hash) are only read. The others are read and staged, several at a time, and then
/// published in one transaction, so that concurrent readers see the previous state. A run that is cancelled or crashes leaves the store unchanged, and the next
/// run reuses what was staged.
/// </summary>
public sealed class CorpusIndexer(
    PassageStore store, DocumentLoader loader, IOptions<CorpusOptions> corpus, IOptions<DataOptions> data, TimeProvider time, ILogger<CorpusIndexer> log)
{
    private const int Attempts = 3;
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);

    private string LockPath => Path.Combine(data.Value.DataDirectory, "index.lock");

    /// <summary>Indexes the folder once.</summary>
    /// <param name="progress">Receives a report after each file and each document; calls are sequential.</param>
    /// <param name="cancellationToken">Cancels the run; the store is unchanged.</param>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.CorpusUnavailable"/> or <see cref="ErrorCode.StoreUnavailable"/>; the store is unchanged.
    /// </exception>
    public async Task<IndexReport> RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(progress, cancellationToken);
            }
            catch (AzuSenaException exception) when (exception.Code is ErrorCode.IndexNotReady && attempt < Attempts)
            {
                // The database that the run started with was damaged or deleted, and another one has replaced it.
            }
        }
    }

    private async Task<IndexReport> RunOnceAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var listing = CorpusFolder.Look(corpus.Value.CorpusDirectory);
        try
        {
            store.HoldsAnything();
            using var alone = await TakeLockAsync(progress, cancellationToken);
            var staging = new CorpusStaging(store, loader, progress, log);
            await staging.RunAsync(listing, cancellationToken);
            Publish(staging, progress, cancellationToken);
            return staging.Report;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw store.Unavailable(exception);
        }
    }

    private void Publish(CorpusStaging staging, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        using var writer = store.Write();
        if (!writer.State.IsOfSameDatabase(staging.State))
        {
            throw PassageStore.NotReady;
        }

        foreach (var (done, path) in staging.Changed.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            staging.Report.Passages += writer.PutStaged(path);
            staging.Report.Indexed++;
            progress?.Report(new IndexProgress(IndexStage.Publishing, done + 1, staging.Changed.Count, path, staging.Report.Passages));
        }

        foreach (var path in staging.Gone)
        {
            writer.Remove(path);
            staging.Report.Removed++;
        }

        writer.PutLeftOut(staging.LeftOut);
        writer.ClearStaged();
        writer.Commit();
    }

    private async Task<ProcessLock> TakeLockAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (string? waitingFor = null; ;)
        {
            if (ProcessLock.TryTake(LockPath, time) is { } taken)
            {
                return taken;
            }

            var holder = ProcessLock.Holder(LockPath);
            if (time.GetElapsedTime(started) > TimeSpan.FromSeconds(corpus.Value.LockWaitSeconds))
            {
                throw new AzuSenaException(ErrorCode.StoreUnavailable) { ForOperator = ErrorCodeNames.Text("IndexerBusy", holder) };
            }

            if (holder.Length > 0 && holder != waitingFor)
            {
                waitingFor = holder;
                Log.WaitingForIndexer(log, holder);
                progress?.Report(new IndexProgress(IndexStage.Waiting, 0, 0, holder));
            }

            await Task.Delay(LockPoll, time, cancellationToken);
        }
    }
}
