using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Translation;

/// <summary>
/// Apertium as one persistent pipeline, started by the first text and again whenever it ends. Callers take turns after a chunk of some thousand characters, so
/// that a question waits a fraction of a second for an indexing run and not for its end.
/// </summary>
internal sealed class ApertiumTranslator(ApertiumMode mode, TimeProvider time, ILogger log) : ITranslator, IDisposable
{
    /// <summary>The maximum number of waiting callers; further calls fail at once.</summary>
    public const int MaxWaiting = 256;

    private const int ChunkLength = 4000;

    // Text that any working pipeline translates: distinguishes a text that Apertium fails on from a broken Apertium.
    private const string Canary = "hola";

    // A chunk takes about 50 ms and the start of the pipeline some 200 ms, on an idle machine.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1);
    private ApertiumPipeline? _pipeline;
    private int _waiting;
    private bool _isDisposed;

    /// <summary>The process id of the pipeline's shell, if it runs.</summary>
    internal int? ProcessId => _pipeline?.ProcessId;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var translations = texts.Select(ApertiumText.Clean).ToArray();
        foreach (var chunk in Chunks(translations))
        {
            await TakeTurnAsync(cancellationToken);

            // A chunk that has been sent is read to its end, even if its caller has been cancelled.
            var translated = await TranslateInTurnAsync([.. chunk.Select(index => translations[index])]).WaitAsync(cancellationToken);
            foreach (var (place, index) in chunk.Index())
            {
                translations[index] = translated[place];
            }
        }

        return translations;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _pipeline?.Dispose();
    }

    private static IEnumerable<List<int>> Chunks(string[] texts)
    {
        List<int> chunk = [];
        var length = 0;
        foreach (var (index, text) in texts.Index().Where(text => text.Item.Length > 0))
        {
            if (chunk.Count > 0 && length + text.Length > ChunkLength)
            {
                yield return chunk;
                chunk = [];
                length = 0;
            }

            chunk.Add(index);
            length += text.Length;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxWaiting)
            {
                throw new TranslationException("Too many texts wait for Apertium.");
            }

            await _turn.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task<string[]> TranslateInTurnAsync(string[] texts)
    {
        try
        {
            return await TryAsync(texts) ?? await OneByOneAsync(texts);
        }
        finally
        {
            _turn.Release();
        }
    }

    // A text that Apertium fails on is left untranslated: only its own vector is worse.
    private async Task<string[]> OneByOneAsync(string[] texts)
    {
        var translations = new string[texts.Length];
        foreach (var (index, text) in texts.Index())
        {
            if (await TryAsync([text]) is [var translation])
            {
                translations[index] = translation;
            }
            else if (await TryAsync([Canary]) is not null)
            {
                Log.TextLeftAsItIs(log, text.Length);
                translations[index] = text;
            }
            else
            {
                throw new TranslationException($"Apertium's {mode.Direction} does not work.");
            }
        }

        return translations;
    }

    // Null if the pipeline failed; the next text then starts another.
    private async Task<string[]?> TryAsync(string[] texts)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            _pipeline ??= ApertiumPipeline.Start(mode);
            using var limit = new CancellationTokenSource(Limit, time);
            return await _pipeline.TranslateAsync(texts, limit.Token);
        }
        catch (TranslationException exception)
        {
            Log.PipelineEnded(log, exception, mode.Direction);
            _pipeline?.Dispose();
            _pipeline = null;
            return null;
        }
    }
}
