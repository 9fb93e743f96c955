namespace AzuSena.Models;

/// <summary>Says which language model to use now. It may change while the service runs: a model server comes up, or goes.</summary>
public interface IChatModelSource
{
    /// <summary>What was found when the model server was last looked at or used, for the log and <c>/health/ready</c>.</summary>
    ModelStatus Status { get; }

    /// <summary>Whether the operator named a provider: questions then fail while it cannot serve, and are never answered in another way.</summary>
    bool IsRequired { get; }

    /// <summary>
    /// The model to use now, or null where answers are to be extracted: no provider, or <c>auto</c> without a server that has the model.
    /// Cheap enough for every question: the server is looked at now and then, not each time.
    /// </summary>
    /// <exception cref="Errors.AzuSenaException">The operator named a provider and it cannot serve: <c>model_unavailable</c>.</exception>
    ValueTask<ChatModel?> CurrentAsync(CancellationToken cancellationToken);
}
