using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using AzuSena.Whisper;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Transcribing;

/// <summary>Loads Whisper from the configured folder, or the downloaded model.</summary>
internal sealed class WhisperLoader(IOptions<VoiceOptions> options, IOptions<ModelsOptions> models, SpeechWarmUp warmUp) : ISpeechModelLoader, IDisposable
{
    private const string DetectorFile = "silero_vad.onnx";

    private WhisperModel? _model;

    /// <inheritdoc/>
    public string Name => options.Value.ModelDirectory.Length > 0
        ? Path.GetFileName(Path.TrimEndingDirectorySeparator(options.Value.ModelDirectory))
        : options.Value.Model;

    /// <inheritdoc/>
    public async Task<ISpeechToTextClient> LoadAsync(CancellationToken cancellationToken)
    {
        var folder = Folder();
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
            _model = await Task.Run(() => WhisperModel.Load(folder, how), cancellationToken);
        }
        catch (WhisperException exception)
        {
            throw new ModelException(VoiceTexts.Get("ModelFailed", Name), exception);
        }

        if (options.Value.Language is var language and not VoiceOptions.DetectLanguage && !_model.Languages.Contains(language))
        {
            throw new ModelException(VoiceTexts.Get("LanguageUnknown", Name, language));
        }

        var client = new WhisperSpeechToTextClient(_model, new WhisperOptions { Prompt = options.Value.Prompt is { Length: > 0 } prompt ? prompt : null });
        await warmUp.RunAsync(client, cancellationToken);
        return client;
    }

    /// <inheritdoc/>
    public void Dispose() => _model?.Dispose();

    private string Folder()
    {
        if (options.Value.ModelDirectory is { Length: > 0 } named)
        {
            var path = Path.GetFullPath(named, EnvironmentSettings.Home);
            return Directory.Exists(path) ? path : throw new ModelException(VoiceTexts.Get("FolderMissing"), new DirectoryNotFoundException(path));
        }

        // The name must not contain a path that leaves the folder of models.
        var folder = Path.Combine(models.Value.Directory, Path.GetFileName(options.Value.Model));
        return Directory.Exists(folder) ? folder : throw new ModelException(VoiceTexts.Get("ModelMissing", Name));
    }
}
