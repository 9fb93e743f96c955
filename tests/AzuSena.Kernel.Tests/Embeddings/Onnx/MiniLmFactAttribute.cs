using AzuSena.Models.Catalogue;
using AzuSena.Testing;
using AzuSena.Translation;

namespace AzuSena.Embeddings.Onnx;

/// <summary>A test over the real embedded default; skipped, and said so, where the model (or Apertium, if wanted) is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MiniLmFactAttribute : FactAttribute
{
    public MiniLmFactAttribute(bool withApertium = false) => Skip =
        !File.Exists(Path.Combine(Folder, EmbedderDescription.FileName)) ? "The model is not installed: ./azusena models pull minilm"
        : withApertium ? ApertiumMode.WhyMissing(ApertiumFactAttribute.Direction)
        : null;

    public static string Models => Environment.GetEnvironmentVariable("MODELS_DIR") is { Length: > 0 } folder ? Path.GetFullPath(folder, Repository.Root) : Path.Combine(Repository.Root, "models");

    public static string Folder => Path.Combine(Models, ModelCatalogue.DefaultEmbedder);
}
