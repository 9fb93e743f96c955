using AzuSena.Models.ModelFiles;

namespace AzuSena.Testing;

/// <summary>
/// A test over a real model of speech to text, the quick one for the sake of time; skipped, and said so, where a model or a file of data is not
/// there.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WhisperFactAttribute : FactAttribute
{
    private const string Name = "whisper-base";

    /// <param name="files">Data beside the repository that is needed too.</param>
    public WhisperFactAttribute(params string[] files) => Skip =
        new SharedDataFactAttribute(files).Skip is { } missing ? missing
        : !Directory.Exists(Model) ? $"The model is not installed: ./azusena models pull {Name}"
        : !File.Exists(Detector) ? $"The model is not installed: ./azusena models pull {ModelCatalogue.SpeechDetector}"
        : null;

    /// <summary>Folder of the model.</summary>
    public static string Model => Path.Combine(MiniLmFactAttribute.Models, Name);

    /// <summary>File of the speech detector.</summary>
    public static string Detector => Path.Combine(MiniLmFactAttribute.Models, ModelCatalogue.SpeechDetector, "silero_vad.onnx");
}
