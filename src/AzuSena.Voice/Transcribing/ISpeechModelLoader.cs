using AzuSena.Models.ModelFiles;
using Microsoft.Extensions.AI;

namespace AzuSena.Voice.Transcribing;

/// <summary>Where the model that hears comes from.</summary>
public interface ISpeechModelLoader
{
    /// <summary>The model's name.</summary>
    string Name { get; }

    /// <summary>Loads it, warm.</summary>
    /// <exception cref="ModelException">There is none, or it cannot be loaded; says what to do.</exception>
    Task<ISpeechToTextClient> LoadAsync(CancellationToken cancellationToken);
}
