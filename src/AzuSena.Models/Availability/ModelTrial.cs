using AzuSena.Models.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.Availability;

/// <summary>
/// Requests one token from the model to check whether replies work again after a failure: successful answers to other requests do not prove it. Not safe for
/// concurrent use.
/// </summary>
internal sealed class ModelTrial(IModelServer server, IOptions<LlmOptions> llm, IOptions<OllamaOptions> ollama, TimeProvider time) : IDisposable
{
    /// <summary>The maximum time to wait in one trial.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    // A server that exceeds the requested token has already proved that it replies.
    private const int EnoughUpdates = 32;

    private readonly IChatClient _client = server.CreateChatClient(ModelHttp.Probes);
    private readonly ChatDefaults _defaults = new(server, llm.Value, ollama.Value);
    private CancellationTokenSource? _patientLimit;
    private Task<Exception?>? _patient;

    /// <summary>Why the model does not reply; null if it does.</summary>
    /// <remarks>
    /// Loading a model continues only while its request stays open: the first request stays open from one trial to the next, up to the limit of a first token.
    /// The request may also be stuck permanently, so later trials send another one in parallel.
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
            // The same defaults as for any reply: with other options Ollama would reload the model.
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
