using AzuSena.Embeddings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Vectors;

/// <summary>The vector half of search: what serves now, and the vectors of questions. Questions never fail for want of it.</summary>
/// <remarks>Safe for concurrent use. <see cref="VectorUpkeep"/> replaces what serves.</remarks>
public sealed class PassageVectors(IOptions<VectorOptions> options, TimeProvider time, ILogger<PassageVectors> log) : IDisposable
{
    // After a failure questions do not wait for the model again until this has passed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private volatile ServedVectors? _served;
    private long _failedAt;

    /// <summary>The state of the vectors, for <c>/health/ready</c>.</summary>
    public VectorStatus Status { get; internal set; } = VectorStatus.None(VectorReason.Starting);

    // The index that is replaced is not disposed: a search may still run in it, and its handle frees the memory when nobody holds it.
    internal ServedVectors? Served
    {
        get => _served;
        set => _served = value;
    }

    /// <inheritdoc/>
    public void Dispose() => _served?.Index.Dispose();

    /// <summary>The vector of a question, or null where there are no vectors to compare it with or the model does not give one in time.</summary>
    internal async Task<QuestionVector?> EmbedAsync(string question, CancellationToken cancellationToken)
    {
        if (_served is not { } served || IsPaused())
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(options.Value.QuestionTimeoutMilliseconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return new QuestionVector(served, await served.Embedder.EmbedQuestionAsync(question, either.Token));
        }
        catch (Exception exception) when (exception is EmbeddingException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Volatile.Write(ref _failedAt, time.GetTimestamp());
            Log.QuestionNotEmbedded(log, exception, served.Embedder.Fingerprint.Model);
            return null;
        }
    }

    private bool IsPaused() => Volatile.Read(ref _failedAt) is not 0 and var failedAt && time.GetElapsedTime(failedAt) < Pause;
}
