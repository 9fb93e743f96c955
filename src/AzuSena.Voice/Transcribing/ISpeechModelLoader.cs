using AzuSena.Models.ModelFiles;
using Microsoft.Extensions.AI;

namespace AzuSena.Voice.Transcribing;

/// <summary>The source of the speech recognition model.</summary>
public interface ISpeechModelLoader
{
    /// <summary>The model's name.</summary>
    string Name { get; }

    /// <summary>What computes the model, and why; null before it is loaded.</summary>
    SpeechEngine? Engine => null;

    /// <summary>Loads the model and runs it once.</summary>
    /// <exception cref="ModelException">The model is missing, or cannot be loaded; the message says what to do.</exception>
    Task<ISpeechToTextClient> LoadAsync(CancellationToken cancellationToken);
}
