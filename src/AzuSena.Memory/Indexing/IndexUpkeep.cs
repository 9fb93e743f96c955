using AzuSena.Errors;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// Sees to it that the database in use holds the corpus: one that this process has not indexed yet, because it took the place of one that was damaged, deleted
/// or replaced, is indexed.
/// </summary>
/// <remarks>One run at a time.</remarks>
public sealed class IndexUpkeep(PassageStore store, CorpusIndexer indexer)
{
    private string? _indexed;

    /// <summary>Indexes the corpus, if that is not done for this database; cheap where it is.</summary>
    /// <param name="progress">Told after each file and each document.</param>
    /// <param name="cancellationToken">Ends the run; the store stays as it was.</param>
    /// <returns>What was done; null where there was nothing to do.</returns>
    /// <exception cref="AzuSenaException">As <see cref="CorpusIndexer.RunAsync"/>; the next call tries again.</exception>
    public async Task<IndexReport?> RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var state = StateOrNone();
        if (state.Generation > 0 && state.Identity == _indexed)
        {
            return null;
        }

        var report = await indexer.RunAsync(progress, cancellationToken);
        if (!store.HoldsAnything())
        {
            throw new AzuSenaException(ErrorCode.CorpusUnavailable, ErrorCodeNames.Text("CorpusUnreadable"));
        }

        // As it was before the run: if another one took its place meanwhile, the next call finds that.
        _indexed = state.Identity;
        return report;
    }

    // A damaged database is replaced by asking once more.
    private StoreState StateOrNone()
    {
        try
        {
            return store.State;
        }
        catch (AzuSenaException exception) when (exception.Code is ErrorCode.IndexNotReady)
        {
            return store.State;
        }
    }
}
