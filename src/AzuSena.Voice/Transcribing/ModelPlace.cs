using AzuSena.Whisper.Ggml;

namespace AzuSena.Voice.Transcribing;

/// <summary>A model on disk, and the engine that reads it.</summary>
/// <param name="Path">The folder of an ONNX export, or a ggml file.</param>
/// <param name="IsGgml">Whether it is a ggml file.</param>
internal sealed record ModelPlace(string Path, bool IsGgml)
{
    private const string GgmlFiles = "*.bin";

    /// <summary>The model at a path: a ggml file, a folder that holds one, or the folder of an ONNX export; null if there is none.</summary>
    public static ModelPlace? At(string path)
    {
        if (!Directory.Exists(path))
        {
            return GgmlModel.IsModel(path) ? new ModelPlace(path, IsGgml: true) : null;
        }

        var file = Directory.EnumerateFiles(path, GgmlFiles).Order(StringComparer.Ordinal).FirstOrDefault(GgmlModel.IsModel);
        return file is null ? new ModelPlace(path, IsGgml: false) : new ModelPlace(file, IsGgml: true);
    }
}
