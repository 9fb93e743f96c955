using AzuSena.Models.ModelFiles;

namespace AzuSena.Voice.Transcribing;

/// <summary>Which model is loaded, and by which engine: <c>Voice__Engine</c>, <c>Voice__Model</c> and what is installed decide.</summary>
/// <param name="Place">The model.</param>
/// <param name="Reason">Why, in Spanish, for the operator.</param>
internal sealed record ModelChoice(ModelPlace Place, string Reason)
{
    // A model of the catalogue as a ggml file.
    private const string GgmlEnding = "-ggml";

    /// <summary>
    /// Chooses. Without a setting, the ONNX model, because it errs less for the same processor time; Whisper.net if it has a card, or nothing else is there.
    /// </summary>
    /// <param name="options">The settings.</param>
    /// <param name="models">The folder of downloaded models.</param>
    /// <param name="hasCard">Whether the library of a card is built in.</param>
    /// <exception cref="ModelException">No model is there that the settings allow; the message says what to do.</exception>
    public static ModelChoice Of(VoiceOptions options, string models, bool hasCard)
    {
        if (options.OwnModelPath is { } path)
        {
            var own = ModelPlace.At(path) ?? throw new ModelException(VoiceTexts.Get("FolderMissing"), new DirectoryNotFoundException(path));
            return Allowed(own, options, hasCard);
        }

        // The name must not contain a path that leaves the folder of models.
        var name = Path.GetFileName(options.Model);
        var model = ModelPlace.At(Path.Combine(models, name));
        var twin = ModelPlace.At(Path.Combine(models, name + GgmlEnding));
        return options.Engine switch
        {
            SpeechEngine.WhisperNet when model is not { IsGgml: true } => new ModelChoice(
                twin ?? throw new ModelException(VoiceTexts.Get("ModelMissing", name + GgmlEnding)), VoiceTexts.Get("EngineSet", options.Engine)),
            SpeechEngine.Auto when twin is not null && hasCard => new ModelChoice(twin, VoiceTexts.Get("EngineForCard")),
            SpeechEngine.Auto when model is null && twin is not null => new ModelChoice(twin, VoiceTexts.Get("EngineOnlyGgml", name)),
            _ => Allowed(model ?? throw new ModelException(VoiceTexts.Get("ModelMissing", name)), options, hasCard),
        };
    }

    /// <summary>The model's name in messages: that of its folder or file.</summary>
    public static string NameOf(VoiceOptions options) =>
        options.OwnModelPath is { } path ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : options.Model;

    private static ModelChoice Allowed(ModelPlace place, VoiceOptions options, bool hasCard) => options.Engine switch
    {
        SpeechEngine.Onnx when place.IsGgml => throw new ModelException(VoiceTexts.Get("EngineCannot", SpeechEngine.Onnx, NameOf(options))),
        SpeechEngine.WhisperNet when !place.IsGgml => throw new ModelException(VoiceTexts.Get("EngineCannot", SpeechEngine.WhisperNet, NameOf(options))),
        SpeechEngine.Auto => new ModelChoice(place, VoiceTexts.Get(place.IsGgml ? "EngineForFile" : hasCard ? "EngineNoGgml" : "EngineForProcessor")),
        _ => new ModelChoice(place, VoiceTexts.Get("EngineSet", options.Engine)),
    };
}
