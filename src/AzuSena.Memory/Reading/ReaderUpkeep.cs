using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Translation;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Reading;

/// <summary>Loads the reader once its parts are installed, and keeps the English of every passage that it reads.</summary>
/// <remarks>One pass at a time; questions are read while it runs.</remarks>
public sealed class ReaderUpkeep(
    PassageStore store,
    PassageReader reader,
    ApertiumTranslators translators,
    IOptions<ReaderOptions> options,
    IOptions<ModelsOptions> models,
    IOptions<DataOptions> data,
    TimeProvider time,
    ILogger<ReaderUpkeep> log) : IDisposable
{
    private const string Direction = "spa-eng";
    private const int BatchSize = 16;

    private readonly SemaphoreSlim _one = new(1);
    private StoreState _settled;
    private bool _hasFailed;

    private string ModelFile => Path.Combine(models.Value.Directory, ModelCatalogue.Reader, "model_quantized.onnx");

    private string TokenizerPath => Path.Combine(models.Value.Directory, ModelCatalogue.DefaultEmbedder, "tokenizer.json");

    /// <summary>Loads what is installed and translates what is missing; cheap if nothing has changed.</summary>
    /// <param name="progress">Receives a report after each batch.</param>
    /// <param name="cancellationToken">Cancels the pass; what is translated so far is kept.</param>
    public async Task RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (WhyNone() is { } reason)
            {
                reader.Status = ReaderStatus.None(reason);
                return;
            }

            reader.Served ??= Load();
            var state = store.State;
            if (state != _settled && await FillAsync(reader.Served, progress, cancellationToken))
            {
                _settled = state;
            }
        }
        catch (Exception exception) when (exception is EmbeddingException or TranslationException)
        {
            // Tried again by the next pass, and logged once.
            reader.Status = ReaderStatus.None(ReaderReason.Failed);
            if (!_hasFailed)
            {
                Log.ReaderFailed(log, exception);
            }

            _hasFailed = true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private string? WhyNone() =>
        !options.Value.Enabled ? ReaderReason.Configured
        : !File.Exists(ModelFile) || !File.Exists(TokenizerPath) ? ReaderReason.NoModel
        : ApertiumMode.WhyMissing(Direction) is not null ? ReaderReason.NoTranslator
        : null;

    private ServedReader Load()
    {
        var mode = ApertiumMode.Find(Direction);
        var network = new ReaderNetwork(ModelFile, TokenizerPath, options.Value.Threads);
        Log.ReaderLoaded(log);
        return new ServedReader(network, translators.Of(mode), PassageTranslation.Fingerprint(mode));
    }

    // Whether every passage has its English.
    private async Task<bool> FillAsync(ServedReader served, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var (missing, total) = CountMissing(served.Fingerprint);
        if (missing > 0)
        {
            using var alone = ProcessLock.TryTake(Path.Combine(data.Value.DataDirectory, "english.lock"), time);
            if (alone is null)
            {
                reader.Status = new ReaderStatus("building", Reason: null, total - missing, total);
                return false;
            }

            var (before, done) = (total - missing, 0);
            for (var (after, batch) = (0L, Missing(served.Fingerprint, 0)); batch.Count > 0; batch = Missing(served.Fingerprint, after))
            {
                await TranslateAsync(served, batch, cancellationToken);
                (after, done) = (batch[^1].Key, done + batch.Count);
                reader.Status = new ReaderStatus("building", Reason: null, Math.Min(total, before + done), total);
                progress?.Report(new IndexProgress(IndexStage.Translating, Math.Min(total, before + done), total, Path: null, done));
            }

            store.ChangeEnglish(rows => rows.Clean(served.Fingerprint));
            (missing, total) = CountMissing(served.Fingerprint);
        }

        reader.Status = new ReaderStatus(missing == 0 ? "ready" : "building", Reason: null, total - missing, total);
        return missing == 0;
    }

    private async Task TranslateAsync(
        ServedReader served, List<(long Key, byte[] TextHash, Passages.Passage Passage)> batch, CancellationToken cancellationToken)
    {
        var english = await PassageTranslation.TranslateAsync(batch.ConvertAll(row => row.Passage), served.Translator, cancellationToken);
        store.ChangeEnglish(rows =>
        {
            foreach (var (row, units) in batch.Zip(english))
            {
                rows.Add(served.Fingerprint, row.TextHash, units);
            }
        });
    }

    private (int Missing, int Total) CountMissing(string fingerprint)
    {
        using var snapshot = store.Read();
        return (snapshot.English.CountMissing(fingerprint), snapshot.PassageCount);
    }

    private List<(long Key, byte[] TextHash, Passages.Passage Passage)> Missing(string fingerprint, long after)
    {
        using var snapshot = store.Read();
        return snapshot.English.Missing(fingerprint, after, BatchSize);
    }
}
