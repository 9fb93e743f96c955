using Microsoft.Extensions.AI;

namespace AzuSena.Models.Availability;

/// <summary>A server of one language model: the only place that knows a provider.</summary>
internal interface IModelServer
{
    /// <summary>Its name, as <see cref="ModelStatus.Provider"/>.</summary>
    string Provider { get; }

    /// <summary>The model's name.</summary>
    string Model { get; }

    /// <summary>Name of the Spanish text that says what to do while the server does not answer.</summary>
    string UnreachableText { get; }

    /// <summary>What the server last said about the model; a cautious guess before it was asked.</summary>
    ModelFacts Facts { get; }

    /// <summary>The provider's own client, without limits.</summary>
    /// <param name="http">Which of <see cref="Http.ModelHttp"/>'s clients it sends with.</param>
    IChatClient CreateChatClient(string http);

    /// <summary>Asks whether the server can serve the model, and what the model can.</summary>
    /// <exception cref="ModelMissingException">The server does not have the model.</exception>
    /// <exception cref="Exception">The server does not answer as it should.</exception>
    Task ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Whether the model is in memory; true where the server does not say.</summary>
    /// <exception cref="Exception">The server does not answer as it should.</exception>
    Task<bool> IsLoadedAsync(CancellationToken cancellationToken);
}
