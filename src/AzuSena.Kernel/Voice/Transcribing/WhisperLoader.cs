using AzuSena.Models.Catalogue;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Transcribing;

/// <summary>Whisper from the folder that the settings name, or the downloaded one.</summary>
internal sealed class WhisperLoader(IOptions<VoiceOptions> options) : ISpeechModelLoader
{
    /// <inheritdoc/>
    public string Name => options.Value.Model;

    /// <inheritdoc/>
    public Task<ISpeechToTextClient> LoadAsync(CancellationToken cancellationToken) =>
        throw new ModelException(VoiceTexts.Get("ModelMissing", Name));
}
