using System.Text.Json;

namespace AzuSena.Models.ModelFiles;

/// <summary>The models that can be downloaded: <c>catalogue.json</c>. A new one is an entry there, and nothing else.</summary>
public static class ModelCatalogue
{
    /// <summary>The model of search's own vectors, where no other is installed.</summary>
    public const string DefaultEmbedder = "minilm";

    /// <summary>The model of speech to text, where no other is chosen.</summary>
    public const string DefaultSpeech = "whisper-small";

    /// <summary>The model that tells speech from other sound.</summary>
    public const string SpeechDetector = "silero-vad";

    private static readonly Lazy<List<CatalogueModel>> Entries = new(Read);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CatalogueModel> Models => Entries.Value;

    /// <summary>One by its name.</summary>
    /// <exception cref="ModelException">There is none of that name; says which there are.</exception>
    public static CatalogueModel Find(string name) => Models.FirstOrDefault(model => model.Name == name)
        ?? throw new ModelException(CatalogueTexts.Get("Unknown", name, string.Join(", ", Models.Select(model => model.Name))));

    private static List<CatalogueModel> Read()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("AzuSena.Models.ModelFiles.catalogue.json")!;
        return JsonSerializer.Deserialize<List<CatalogueModel>>(stream, JsonSerializerOptions.Web)!;
    }
}
