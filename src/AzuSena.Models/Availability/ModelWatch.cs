using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.Availability;

/// <summary>
/// Tracks whether the model is available: by periodic checks (<see cref="ModelProbe"/>), and immediately by a failed reply. After a failure the model counts as
/// unavailable until a check succeeds and a <see cref="ModelTrial"/> gets a reply, so no question has to fail to detect the recovery.
/// </summary>
internal sealed class ModelWatch(IModelServer server, ModelTrial trial, IOptions<LlmOptions> options, TimeProvider time, ILogger<ModelWatch> log) : IDisposable
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    // Without ModelProbe, as on the command line, the next question repeats a check of this age.
    private const int FreshProbes = 3;

    private static readonly TimeSpan WhenServerIsBusy = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _state = new();
    private ModelStatus _status = new(server.Provider, server.Model, server is NoModelServer ? ModelState.Off : ModelState.Unknown);
    private long? _at;
    private int _failures;
    private int _explained;
    private volatile bool _isGone;

    /// <summary>The last result.</summary>
    public ModelStatus Status
    {
        get
        {
            lock (_state)
            {
                return _status;
            }
        }
    }

    /// <summary>Whether the last check found the model unavailable. A failed reply is not sufficient: requests queued behind it may still succeed.</summary>
    public bool IsGone => _isGone;

    /// <summary>Whether a question may be sent to the model; checks first if the last check is too old.</summary>
    public async ValueTask<bool> IsServingAsync(CancellationToken cancellationToken)
    {
        if (server is not NoModelServer && !IsFresh)
        {
            await ProbeAsync(onlyIfStale: true, cancellationToken);
        }

        return Status.State is ModelState.Ready;
    }

    /// <summary>Checks the server.</summary>
    public async Task ProbeAsync(bool onlyIfStale, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!onlyIfStale || !IsFresh)
            {
                await LookAsync(cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Records a failed reply; returns the exception for its caller.</summary>
    public AzuSenaException Failed(Exception exception)
    {
        if (exception is not ModelServerException { IsAboutTheRequest: true } refused)
        {
            ReplyFailed(exception);
            return new AzuSenaException(ErrorCode.ModelUnavailable, exception);
        }

        if (refused.IsBusy)
        {
            Log.ReplyFailed(log, exception, server.Provider, server.Model);
            return new AzuSenaException(ErrorCode.ModelBusy, exception) { RetryAfter = WhenServerIsBusy };
        }

        Log.ReplyRefused(log, exception, server.Provider, server.Model);
        return new AzuSenaException(ErrorCode.ModelUnavailable, exception);
    }

    /// <summary>Records a reply that took too long; returns the exception for its caller.</summary>
    public AzuSenaException TimedOut(OperationCanceledException exception)
    {
        ReplyFailed(exception);
        return new AzuSenaException(ErrorCode.ModelTimeout, exception);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool IsFresh
    {
        get
        {
            lock (_state)
            {
                return _at is { } at && time.GetElapsedTime(at) < TimeSpan.FromSeconds(options.Value.ProbeSeconds * FreshProbes);
            }
        }
    }

    private void ReplyFailed(Exception exception)
    {
        lock (_state)
        {
            _failures++;
            if (!Found(AfterReply(exception), exception))
            {
                Log.ReplyFailed(log, exception, server.Provider, server.Model);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var failures = Volatile.Read(ref _failures);
        var found = await ProbedAsync(cancellationToken);
        var isTrialDue = found.State is ModelState.Ready && failures != _explained;
        var failure = isTrialDue ? await trial.FailureAsync(cancellationToken) : null;
        found = failure is null ? found : AfterReply(failure);
        lock (_state)
        {
            // A server that does not answer also explains failed replies: the model may be available as soon as the server answers.
            _explained = failure is null ? failures : _explained;
            _isGone = found.State is not ModelState.Ready;

            // A reply that failed during this check is handled by the next one.
            if (_isGone || failures == _failures)
            {
                Found(found, failure);
            }
        }
    }

    private async Task<ModelStatus> ProbedAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ProbeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await server.ProbeAsync(either.Token);
            return Seen(ModelState.Ready);
        }
        catch (ModelMissingException missing)
        {
            return Seen(ModelState.Missing, missing.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ProbeFailed(log, exception, server.Provider);
            return Seen(ModelState.Unreachable, ModelTexts.Get(server.UnreachableText));
        }
    }

    private ModelStatus AfterReply(Exception failure) => failure is ModelMissingException
        ? Seen(ModelState.Missing, failure.Message)
        : Seen(ModelState.Unreachable, ModelTexts.Get("RepliesFail", server.Model));

    // Whether the state was logged: a change is logged once, not with each question.
    private bool Found(ModelStatus status, Exception? failure)
    {
        var before = _status.State;
        (_status, _at) = (status, time.GetTimestamp());
        if (before == status.State)
        {
            return false;
        }

        if (status.State is ModelState.Ready)
        {
            Log.Serving(log, status.Provider, status.Model);
        }
        else
        {
            Log.NotServing(log, failure, status.Provider, status.Model, status.Problem);
        }

        return true;
    }

    private ModelStatus Seen(ModelState state, string? problem = null) => new(server.Provider, server.Model, state, problem);
}
