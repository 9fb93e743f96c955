using AzuSena.Errors;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// Ensures that the database in use holds the corpus: a database that this process has not indexed yet, because it replaced one that was damaged, deleted or
/// replaced, is indexed.
/// </summary>
/// <remarks>One run at a time.</remarks>
public sealed class IndexUpkeep(PassageStore store, CorpusIndexer indexer)
{
    private string? _indexed;

    /// <summary>Indexes the corpus, unless that is done for this database; cheap in that case.</summary>
    /// <param name="progress">Receives a report after each file and each document.</param>
    /// <param name="cancellationToken">Cancels the run; the store is unchanged.</param>
    /// <returns>The result; null if there was nothing to do.</returns>
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

        // The state before the run: if another database replaced it meanwhile, the next call detects that.
        _indexed = state.Identity;
        return report;
    }

    // A second attempt replaces a damaged database.
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
