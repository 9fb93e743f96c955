using AzuSena.Faiss;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Storage;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Vectors;

/// <summary>
/// Ensures that every passage has a vector of the current embedder, and that the index in use holds them. The vectors of a new embedder are used once they are
/// complete; until then the previous ones are, or words only.
/// </summary>
/// <remarks>One pass at a time; the index is replaced or updated while searches run.</remarks>
public sealed class VectorUpkeep(
    PassageStore store,
    PassageVectors vectors,
    IEmbedderSource embedders,
    IOptions<DataOptions> memory,
    IOptions<VectorOptions> options,
    TimeProvider time,
    ILogger<VectorUpkeep> log) : IDisposable
{
    private const int BatchSize = 64;

    private readonly VectorIndexFactory _factory = new(options.Value);
    private readonly SemaphoreSlim _one = new(1);
    private HashSet<long> _held = [];
    private (long Embedder, StoreState State) _settled;
    private VectorIndexFile? _file;

    /// <summary>Computes the missing vectors and updates the index with them; cheap if nothing has changed.</summary>
    /// <param name="progress">Receives a report after each batch.</param>
    /// <param name="cancellationToken">Cancels the pass; the vectors computed so far are kept.</param>
    public async Task RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await embedders.CurrentAsync(cancellationToken) is not { } embedder)
            {
                vectors.Status = vectors.Served is null ? VectorStatus.None(VectorReason.NoEmbedder) : vectors.Status;
                return;
            }

            var id = IdOf(embedder);
            if (IsSettled(id))
            {
                _file?.Keep(vectors.Served!.Index);
                return;
            }

            // Existing vectors are used at once; missing ones are computed meanwhile.
            if (!Refresh(embedder, id, cancellationToken))
            {
                await FillAsync(embedder, id, progress, cancellationToken);
                Refresh(embedder, id, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is EmbeddingException or VectorIndexException)
        {
            // The index in use is kept; the next pass tries again.
            Log.UpkeepStopped(log, exception);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private long IdOf(Embedder embedder)
    {
        using (var snapshot = store.Read())
        {
            if (snapshot.Vectors.Find(embedder.Fingerprint.Text) is { } known)
            {
                return known.Id;
            }
        }

        var id = 0L;
        store.ChangeVectors(rows => id = rows.AddEmbedder(embedder.Fingerprint.Text));
        return id;
    }

    private bool IsSettled(long embedder) => _settled == (embedder, store.State);

    private async Task FillAsync(Embedder embedder, long id, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        using var alone = ProcessLock.TryTake(Path.Combine(memory.Value.DataDirectory, "vectors.lock"), time);
        if (alone is null)
        {
            Log.VectorsMadeElsewhere(log);
            return;
        }

        var (missing, total) = CountMissing(id);
        var before = total - missing;
        var embedded = 0;
        for (var (after, batch) = (0L, Missing(id, 0)); batch.Count > 0; batch = Missing(id, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var texts = batch.DistinctBy(row => Convert.ToHexString(row.TextHash)).ToArray();
            var made = await embedder.EmbedPassagesAsync(texts.Select(row => row.Text), cancellationToken);
            store.ChangeVectors(rows =>
            {
                for (var i = 0; i < made.Length; i++)
                {
                    rows.Add(id, texts[i].TextHash, made[i]);
                }
            });
            after = batch[^1].Key;
            embedded += batch.Count;
            var done = Math.Min(total, before + embedded);
            vectors.Status = new VectorStatus("building", Reason: null, vectors.Served?.Index.Kind, Name(embedder), done, total);
            progress?.Report(new IndexProgress(IndexStage.Embedding, done, total, Path: null, embedded));
        }
    }

    private List<(long Key, byte[] TextHash, string Text)> Missing(long embedder, long after)
    {
        using var snapshot = store.Read();
        return snapshot.Vectors.Missing(embedder, after, BatchSize);
    }

    private (int Missing, int Total) CountMissing(long embedder)
    {
        using var snapshot = store.Read();
        return (snapshot.Vectors.CountMissing(embedder), snapshot.PassageCount);
    }

    // Whether every passage has its vector.
    private bool Refresh(Embedder embedder, long id, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        if (vectors.Served?.State.IsOfSameDatabase(snapshot.State) is false)
        {
            // Its keys now refer to other passages.
            vectors.Served = null;
        }

        var rows = snapshot.Vectors;
        var missing = rows.CountMissing(id);
        var isWhole = missing == 0 && snapshot.PassageCount > 0;
        if (isWhole && rows.Find(embedder.Fingerprint.Text) is { IsComplete: false })
        {
            store.ChangeVectors(changed => changed.Complete(id));
        }
        else if (!isWhole && rows.Find(embedder.Fingerprint.Text) is not { IsComplete: true })
        {
            vectors.Status = new VectorStatus(
                "building",
                Reason: null,
                vectors.Served?.Index.Kind,
                Name(embedder),
                snapshot.PassageCount - missing,
                snapshot.PassageCount);
            return false;
        }

        Serve(snapshot, embedder, id, isWhole, cancellationToken);
        vectors.Status = new VectorStatus(
            isWhole ? "ready" : "building",
            vectors.Served!.Why,
            vectors.Served.Index.Kind,
            Name(embedder),
            snapshot.PassageCount - missing,
            snapshot.PassageCount);
        if (isWhole)
        {
            _settled = (id, snapshot.State);
        }

        return isWhole;
    }

    private void Serve(StoreSnapshot snapshot, Embedder embedder, long id, bool isWhole, CancellationToken cancellationToken)
    {
        var (kind, why) = _factory.Choose(snapshot.PassageCount);
        var file = new VectorIndexFile(memory.Value.DataDirectory, snapshot, id, embedder.Fingerprint.Text, kind, log);
        if (vectors.Served is { } served && served.EmbedderId == id && IsOfKind(served, kind) && !VectorBuilder.IsWornOut(served.Index, snapshot.PassageCount))
        {
            _held = VectorBuilder.Update(served.Index, _held, snapshot.Vectors, id, cancellationToken);
            vectors.Served = served with { Embedder = embedder, State = snapshot.State, Why = why };
        }
        else
        {
            var keys = snapshot.Vectors.Keys(id);
            var loaded = isWhole ? file.Load(embedder.Fingerprint.Dimension) : null;
            var index = loaded?.Count == keys.Count ? loaded : VectorIndexFactory.Create(kind, embedder.Fingerprint.Dimension);
            if (!ReferenceEquals(index, loaded))
            {
                loaded?.Dispose();
                Fill(index, snapshot, id, cancellationToken);
            }

            _held = [.. keys];
            vectors.Served = new ServedVectors(new SharedIndex(index), embedder, id, snapshot.State, why);
            Log.VectorsServed(
                log,
                index.Kind,
                keys.Count,
                embedder.Fingerprint.Model,
                why,
                why == VectorReason.FaissUnavailable ? FaissLibrary.WhyUnavailable : "");
            if (ReferenceEquals(index, loaded))
            {
                _file = file;
                return;
            }
        }

        _file = isWhole ? file : null;
        _file?.Save(vectors.Served.Index);
    }

    private static void Fill(VectorIndex index, StoreSnapshot snapshot, long embedder, CancellationToken cancellationToken)
    {
        try
        {
            VectorBuilder.Fill(index, snapshot.Vectors, embedder, cancellationToken);
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    private static bool IsOfKind(ServedVectors served, VectorIndexKind kind) =>
        served.Index.Kind.Replace("-", "", StringComparison.Ordinal).Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase);

    private static string Name(Embedder embedder) => $"{embedder.Fingerprint.Provider}:{embedder.Fingerprint.Model}";
}
