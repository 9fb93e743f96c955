using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Vectors;

/// <summary>
/// Ensures that the quotable units of every passage have vectors of the embedder in use, by which the sentence that answers is told from its neighbours. A
/// passage is ranked by words meanwhile.
/// </summary>
/// <remarks>One pass at a time; searches go on while it runs.</remarks>
public sealed class QuoteVectorUpkeep(
    PassageStore store,
    PassageVectors vectors,
    IOptions<DataOptions> data,
    IOptions<VectorOptions> options,
    TimeProvider time,
    ILogger<QuoteVectorUpkeep> log) : IDisposable
{
    private const int BatchSize = 8;

    // A model that has gone is noticed, and another one takes over, within a few checks.
    private static readonly TimeSpan UntilTold = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (long Embedder, StoreState State) _settled;
    private long? _failsSince;
    private bool _isTold;

    /// <summary>Computes the missing vectors; cheap if nothing has changed.</summary>
    /// <param name="progress">Receives a report after each batch.</param>
    /// <param name="cancellationToken">Cancels the pass; the vectors computed so far are kept.</param>
    public async Task RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var state = store.State;
            if (vectors.Served is { } served && served.State.IsOfSameDatabase(state) && _settled != (served.EmbedderId, state)
                && await FillAsync(served, progress, cancellationToken))
            {
                _settled = (served.EmbedderId, state);
                (_failsSince, _isTold) = (null, false);
            }
        }
        catch (EmbeddingException exception)
        {
            // The next pass tries again, with another model if the one in use has gone meanwhile.
            _failsSince ??= time.GetTimestamp();
            if (!_isTold && time.GetElapsedTime(_failsSince.Value) >= UntilTold)
            {
                _isTold = true;
                Log.QuotesNotEmbedded(log, exception);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // The place tells apart what sentences of different sections have in common: "dura dos años".
    private static IEnumerable<string> TextsOf(Passage passage) => PassageUnits.Split(passage.Text)
        .Select(unit => $"{passage.Document.Title}. {PassageUnits.HeadingOf(passage, unit)}. {passage.Text[unit.Span]}");

    // Whether all passages are done, or there are too many for it.
    private async Task<bool> FillAsync(ServedVectors served, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var (missing, total) = CountMissing(served.EmbedderId);
        if (missing == 0 || total > options.Value.QuotesUpTo)
        {
            return true;
        }

        using var alone = ProcessLock.TryTake(Path.Combine(data.Value.DataDirectory, "quotes.lock"), time);
        if (alone is null)
        {
            return false;
        }

        var embedded = 0;
        for (var (after, batch) = (0L, Missing(served.EmbedderId, 0)); batch.Count > 0; batch = Missing(served.EmbedderId, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await EmbedAsync(served, batch, cancellationToken);
            (after, embedded) = (batch[^1].Key, embedded + batch.Count);
            progress?.Report(new IndexProgress(IndexStage.EmbeddingQuotes, Math.Min(total, total - missing + embedded), total, Path: null, embedded));
        }

        store.ChangeQuoteVectors(rows => rows.Clean());
        return CountMissing(served.EmbedderId).Missing == 0;
    }

    private async Task EmbedAsync(ServedVectors served, List<(long Key, byte[] TextHash, Passage Passage)> batch, CancellationToken cancellationToken)
    {
        var texts = batch.ConvertAll(row => TextsOf(row.Passage).ToArray());
        var made = await served.Embedder.EmbedPassagesAsync(texts.SelectMany(units => units), cancellationToken);
        store.ChangeQuoteVectors(rows =>
        {
            var at = 0;
            foreach (var (row, units) in batch.Zip(texts))
            {
                rows.Add(served.EmbedderId, row.TextHash, made[at..(at + units.Length)]);
                at += units.Length;
            }
        });
    }

    private (int Missing, int Total) CountMissing(long embedder)
    {
        using var snapshot = store.Read();
        return (snapshot.QuoteVectors.CountMissing(embedder), snapshot.PassageCount);
    }

    private List<(long Key, byte[] TextHash, Passage Passage)> Missing(long embedder, long after)
    {
        using var snapshot = store.Read();
        return snapshot.QuoteVectors.Missing(embedder, after, BatchSize);
    }
}
