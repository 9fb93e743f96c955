using System.Net;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace AzuSena.Models.Availability;

/// <summary>Knows whether the model serves: from looking now and then (<see cref="ModelProbe"/>), and at once from a reply that failed.</summary>
internal sealed class ModelWatch(
    IModelServer server,
    IOptions<LlmOptions> options,
    CircuitBreakerStateProvider circuit,
    TimeProvider time,
    ILogger<ModelWatch> log) : IDisposable
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    // Without ModelProbe, as on the command line, a look this old is taken anew by the next question.
    private const int FreshProbes = 3;

    private static readonly TimeSpan WhenServerIsBusy = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Look? _last;

    /// <summary>What was found last.</summary>
    public ModelStatus Status => server is NoModelServer ? Seen(ModelState.Off) : _last?.Status ?? Seen(ModelState.Unknown);

    /// <summary>Whether a question may be sent to the model; looks first where nobody has for a while.</summary>
    public async ValueTask<bool> IsServingAsync(CancellationToken cancellationToken)
    {
        if (server is not NoModelServer && !IsFresh)
        {
            await ProbeAsync(onlyIfStale: true, cancellationToken);
        }

        return Status.State is ModelState.Ready && circuit.CircuitState is not (CircuitState.Open or CircuitState.Isolated);
    }

    /// <summary>Looks at the server.</summary>
    public async Task ProbeAsync(bool onlyIfStale, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!onlyIfStale || !IsFresh)
            {
                Found(await LookAsync(cancellationToken));
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A reply failed: what its caller is told. Until the next look the model counts as gone.</summary>
    public AzuSenaException Failed(Exception exception)
    {
        Log.ReplyFailed(log, exception, server.Provider, server.Model);

        var found = exception switch
        {
            ModelMissingException missing => Seen(ModelState.Missing, missing.Message),
            // A request that the server understands and refuses says nothing of the next one.
            ModelServerException { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } => null,
            _ => Seen(ModelState.Unreachable, ModelTexts.Get(server.UnreachableText)),
        };
        if (found is not null)
        {
            Found(found);
        }

        var busy = exception is ModelServerException { Status: HttpStatusCode.TooManyRequests };
        return busy
            ? new AzuSenaException(ErrorCode.ModelBusy, exception) { RetryAfter = WhenServerIsBusy }
            : new AzuSenaException(ErrorCode.ModelUnavailable, exception);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool IsFresh => _last is { } last && time.GetElapsedTime(last.At) < TimeSpan.FromSeconds(options.Value.ProbeSeconds * FreshProbes);

    private async Task<ModelStatus> LookAsync(CancellationToken cancellationToken)
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

    private void Found(ModelStatus status)
    {
        var before = Status;
        _last = new Look(status, time.GetTimestamp());
        if (before == status)
        {
            return;
        }

        if (status.State is ModelState.Ready)
        {
            Log.Serving(log, status.Provider, status.Model);
        }
        else
        {
            Log.NotServing(log, status.Provider, status.Model, status.Problem);
        }
    }

    private ModelStatus Seen(ModelState state, string? problem = null) => new(server.Provider, server.Model, state, problem);

    private sealed record Look(ModelStatus Status, long At);
}
