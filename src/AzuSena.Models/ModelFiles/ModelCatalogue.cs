using System.Text.Json;

namespace AzuSena.Models.ModelFiles;

/// <summary>The models that can be installed: <c>catalogue.json</c>. Adding one that npm has only needs an entry there.</summary>
public static class ModelCatalogue
{
    /// <summary>The default embedding model of search, if no other is installed.</summary>
    public const string DefaultEmbedder = "minilm";

    /// <summary>The default model of speech to text.</summary>
    public const string DefaultSpeech = "whisper-small";

    /// <summary>The model of voice activity detection.</summary>
    public const string SpeechDetector = "silero-vad";

    /// <summary>The model that reads a question and a passage together; it is made of <see cref="DefaultEmbedder"/>.</summary>
    public const string Reader = "reader";

    private static readonly Lazy<List<CatalogueModel>> Entries = new(Read);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CatalogueModel> Models => Entries.Value;

    /// <summary>A model by its name.</summary>
    /// <exception cref="ModelException">The name is unknown; the message lists the known ones.</exception>
    public static CatalogueModel Find(string name) => Models.FirstOrDefault(model => model.Name == name)
        ?? throw new ModelException(CatalogueTexts.Get("Unknown", name, string.Join(", ", Models.Select(model => model.Name))));

    private static List<CatalogueModel> Read()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("AzuSena.Models.ModelFiles.catalogue.json")!;
        return JsonSerializer.Deserialize<List<CatalogueModel>>(stream, JsonSerializerOptions.Web)!;
    }
}
