using Microsoft.Extensions.AI;

namespace AzuSena.Models.Availability;

/// <summary>A server of one language model: the only provider-specific component.</summary>
internal interface IModelServer
{
    /// <summary>Its name, as <see cref="ModelStatus.Provider"/>.</summary>
    string Provider { get; }

    /// <summary>The model's name.</summary>
    string Model { get; }

    /// <summary>Name of the Spanish text with the action to take while the server does not answer.</summary>
    string UnreachableText { get; }

    /// <summary>The last facts reported by the server about the model; a conservative guess before the first check.</summary>
    ModelFacts Facts { get; }

    /// <summary>Creates the provider's own client, without limits.</summary>
    /// <param name="http">Which of the clients of <see cref="Http.ModelHttp"/> it uses.</param>
    IChatClient CreateChatClient(string http);

    /// <summary>Checks whether the model is available on the server, and queries its capabilities.</summary>
    /// <exception cref="ModelMissingException">The server does not have the model.</exception>
    /// <exception cref="Exception">The server does not answer as expected.</exception>
    Task ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Whether the model is in memory; true if the server does not report it.</summary>
    /// <exception cref="Exception">The server does not answer as expected.</exception>
    Task<bool> IsLoadedAsync(CancellationToken cancellationToken);
}
