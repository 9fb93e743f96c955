using AzuSena.Memory.Embeddings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Vectors;

/// <summary>The vector half of search: the current index, and the vectors of questions. Questions never fail for lack of vectors.</summary>
/// <remarks>Safe for concurrent use. <see cref="VectorUpkeep"/> replaces the index.</remarks>
public sealed class PassageVectors(IOptions<VectorOptions> options, TimeProvider time, ILogger<PassageVectors> log) : IDisposable
{
    // After a failure, questions do not wait for the model until this has passed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private volatile ServedVectors? _served;
    private long _failedAt;

    /// <summary>The state of the vectors, for <c>/health/ready</c>.</summary>
    public VectorStatus Status { get; internal set; } = VectorStatus.None(VectorReason.Starting);

    /// <summary>The same in relation to a state of the store: vectors of another state are not ready for it.</summary>
    public VectorStatus StatusFor(StoreState state) =>
        Status is { State: "ready" } ready && Served?.State != state ? ready with { State = "building" } : Status;

    // Set by one writer at a time.
    internal ServedVectors? Served
    {
        get => _served;
        set
        {
            var before = _served;
            _served = value;
            if (before is not null && before.Shared != value?.Shared)
            {
                before.Shared.Release();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Served = null;

    /// <summary>The current index, acquired for a search; null if there is none.</summary>
    internal ServedVectors? Hold()
    {
        while (_served is { } served)
        {
            if (served.Shared.TryHold())
            {
                return served;
            }
        }

        return null;
    }

    /// <summary>The vector of a question; null if there are no vectors to compare it with or the model does not return one in time.</summary>
    internal async Task<QuestionVector?> EmbedAsync(string question, CancellationToken cancellationToken)
    {
        if (IsPaused() || Hold() is not { } served)
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(options.Value.QuestionTimeoutMilliseconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        QuestionVector? held = null;
        try
        {
            return held = new QuestionVector(served, await served.Embedder.EmbedQuestionAsync(question, either.Token));
        }
        catch (Exception exception)
            when (exception is EmbeddingException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Volatile.Write(ref _failedAt, time.GetTimestamp());
            Log.QuestionNotEmbedded(log, exception, served.Embedder.Fingerprint.Model);
            return null;
        }
        finally
        {
            if (held is null)
            {
                served.Shared.Release();
            }
        }
    }

    private bool IsPaused() => Volatile.Read(ref _failedAt) is not 0 and var failedAt && time.GetElapsedTime(failedAt) < Pause;
}
