using AzuSena.Models.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.Availability;

/// <summary>
/// Has the model write one token, to see whether replies come again after one failed: that the server answers other requests does not show it. Not for
/// two callers at once.
/// </summary>
internal sealed class ModelTrial(IModelServer server, IOptions<LlmOptions> llm, IOptions<OllamaOptions> ollama, TimeProvider time) : IDisposable
{
    /// <summary>How long one trial is waited for.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    // A server that goes on past the token that it was asked for has shown enough.
    private const int EnoughUpdates = 32;

    private readonly IChatClient _client = server.CreateChatClient(ModelHttp.Probes);
    private readonly ChatDefaults _defaults = new(server, llm.Value, ollama.Value);
    private CancellationTokenSource? _patientLimit;
    private Task<Exception?>? _patient;

    /// <summary>Why the model does not reply; null if it does.</summary>
    /// <remarks>
    /// A model may have to be loaded, which lasts as long as the request for it stays open: the first request stays open from one trial to the next, up to
    /// the limit of a first token. It may also be stuck for good, so later trials send a request of their own beside it.
    /// </remarks>
    public async Task<Exception?> FailureAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        List<Task<Exception?>> requests = _patient is null ? [_patient = BePatientAsync()] : [_patient, TryAsync(either.Token)];
        Exception? failure = null;
        while (requests.Count > 0)
        {
            Task<Exception?> first;
            try
            {
                first = await Task.WhenAny(requests).WaitAsync(either.Token);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                return failure ?? new TimeoutException($"No reply within {Limit.TotalSeconds} s.", exception);
            }

            requests.Remove(first);
            failure = await first;
            if (failure is null || first == _patient)
            {
                await ForgetPatientAsync();
            }

            if (failure is null)
            {
                return null;
            }
        }

        return failure;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _patientLimit?.Cancel();
        _patientLimit?.Dispose();
        _client.Dispose();
    }

    private Task<Exception?> BePatientAsync()
    {
        _patientLimit = new CancellationTokenSource(TimeSpan.FromSeconds(llm.Value.FirstTokenSeconds), time);
        return TryAsync(_patientLimit.Token);
    }

    private async Task ForgetPatientAsync()
    {
        if (_patientLimit is { } limit)
        {
            (_patient, _patientLimit) = (null, null);
            await limit.CancelAsync();
            limit.Dispose();
        }
    }

    private async Task<Exception?> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The defaults as for any reply: with other options Ollama would load the model again.
            var options = new ChatOptions { MaxOutputTokens = 1, Reasoning = new ReasoningOptions { Effort = ReasoningEffort.None } };
            _defaults.Apply(options);
            var updates = 0;
            await foreach (var update in _client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "Hola")], options, cancellationToken))
            {
                if (update.FinishReason is not null || ++updates == EnoughUpdates)
                {
                    return null;
                }
            }

            return new ModelServerException("The stream ended before the reply did.");
        }
        catch (ModelServerException refused) when (refused.IsAboutTheRequest)
        {
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
