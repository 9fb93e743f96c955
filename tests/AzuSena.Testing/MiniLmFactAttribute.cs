using AzuSena.Memory.Embeddings.Onnx;
using AzuSena.Memory.Translation;
using AzuSena.Models.ModelFiles;

namespace AzuSena.Testing;

/// <summary>A test over the real embedded default; skipped, and said so, where the model (or Apertium, if wanted) is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MiniLmFactAttribute : FactAttribute
{
    /// <param name="withApertium">Whether the translator is needed too.</param>
    /// <param name="files">Data beside the repository that is needed too.</param>
    public MiniLmFactAttribute(bool withApertium = false, params string[] files) => Skip =
        new SharedDataFactAttribute(files).Skip is { } missing ? missing
        : !File.Exists(Path.Combine(Folder, EmbedderDescription.FileName)) ? "The model is not installed: ./azusena models pull minilm"
        : withApertium ? ApertiumMode.WhyMissing(ApertiumFactAttribute.Direction)
        : null;

    public static string Models => Environment.GetEnvironmentVariable("MODELS_DIR") is { Length: > 0 } folder ? Path.GetFullPath(folder, Repository.Root)
        : Path.Combine(Repository.Root, "models");

    public static string Folder => Path.Combine(Models, ModelCatalogue.DefaultEmbedder);
}
