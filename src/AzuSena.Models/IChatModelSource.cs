namespace AzuSena.Models;

/// <summary>Provides the current language model. It may change while the service runs: a model server starts or stops.</summary>
public interface IChatModelSource
{
    /// <summary>The result of the last check or use of the model server, for the log and <c>/health/ready</c>.</summary>
    ModelStatus Status { get; }

    /// <summary>Whether the operator named a provider: questions then fail while it is unavailable, and are never answered in another way.</summary>
    bool IsRequired { get; }

    /// <summary>
    /// The current model, or null if answers are to be extracted: no provider, or <c>auto</c> without a server that has the model. Cheap enough for every
    /// question: the server is checked periodically, not at each access.
    /// </summary>
    /// <exception cref="Errors.AzuSenaException">The operator named a provider and it is unavailable: <c>model_unavailable</c>.</exception>
    ValueTask<ChatModel?> CurrentAsync(CancellationToken cancellationToken);
}
