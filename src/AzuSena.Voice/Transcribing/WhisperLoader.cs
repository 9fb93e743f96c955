using AzuSena.Models.ModelFiles;
using AzuSena.Whisper;
using AzuSena.Whisper.Ggml;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Transcribing;

/// <summary>Loads Whisper from the configured folder or file, or the downloaded model, by the engine that suits it.</summary>
internal sealed class WhisperLoader(IOptions<VoiceOptions> options, IOptions<ModelsOptions> models, SpeechWarmUp warmUp) : ISpeechModelLoader, IDisposable
{
    private const string DetectorFile = "silero_vad.onnx";

    private WhisperModel? _model;

    /// <inheritdoc/>
    public string Name => ModelChoice.NameOf(options.Value);

    /// <inheritdoc/>
    public SpeechEngine? Engine { get; private set; }

    /// <inheritdoc/>
    public async Task<ISpeechToTextClient> LoadAsync(CancellationToken cancellationToken)
    {
        var choice = ModelChoice.Of(options.Value, models.Value.Directory, GgmlModel.HasCardLibrary);
        var model = await Task.Run(() => Load(choice.Place), cancellationToken);
        if (options.Value.Language is var language and not VoiceOptions.DetectLanguage && !model.Languages.Contains(language))
        {
            // Loading is tried again: two models would be in memory.
            model.Dispose();
            throw new ModelException(VoiceTexts.Get("LanguageUnknown", Name, language));
        }

        _model = model;
        Engine = choice.Place.IsGgml
            ? new SpeechEngine(SpeechEngine.WhisperNet, GgmlModel.Library?.ToLowerInvariant() ?? SpeechEngine.Processor, choice.Reason)
            : new SpeechEngine(SpeechEngine.Onnx, SpeechEngine.Processor, choice.Reason);
        var client = new WhisperSpeechToTextClient(_model, new WhisperOptions { Prompt = options.Value.Prompt is { Length: > 0 } prompt ? prompt : null });
        await warmUp.RunAsync(client, cancellationToken);
        return client;
    }

    /// <inheritdoc/>
    public void Dispose() => _model?.Dispose();

    private WhisperModel Load(ModelPlace place)
    {
        var how = new WhisperModelOptions
        {
            Threads = options.Value.Threads,
            MaxConcurrent = options.Value.MaxConcurrent,
            SpeechDetector = Path.Combine(models.Value.Directory, ModelCatalogue.SpeechDetector, DetectorFile)
                is var detector && File.Exists(detector)
                    ? detector
                    : null,
        };
        try
        {
            return place.IsGgml ? GgmlModel.Load(place.Path, how) : WhisperModel.Load(place.Path, how);
        }
        catch (WhisperException exception)
        {
            throw new ModelException(VoiceTexts.Get("ModelFailed", Name), exception);
        }
    }
}
