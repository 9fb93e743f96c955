using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Memory.Embeddings.Onnx.Tokenization;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>
/// The file <c>azusena-embedder.json</c> in a model's folder: what the network and its tokenizer are, and how its vectors are made and used.
/// <c>docs/decisions/0008-embeddings.md</c> shows one.
/// </summary>
internal sealed record EmbedderDescription
{
    /// <summary>Its name in every folder.</summary>
    public const string FileName = "azusena-embedder.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The model's name, for logs and the fingerprint.</summary>
    public required string Name { get; init; }

    /// <summary>The network, below the folder.</summary>
    public string Model { get; init; } = "model.onnx";

    /// <summary>The tokenizer.</summary>
    public TokenizerDescription Tokenizer { get; init; } = new();

    /// <summary>How the vectors of the tokens become one; has no say where the network gives one vector a text.</summary>
    public Pooling Pooling { get; init; } = Pooling.Mean;

    /// <summary>Whether a vector is brought to length 1.</summary>
    public bool Normalise { get; init; } = true;

    /// <summary>What the model wants before a question.</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>What the model wants before a passage.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>How many tokens the model reads; what is beyond has no say.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary>The share of its vectors in hybrid search, 0 to 1, as measured.</summary>
    public double Weight { get; init; } = EmbeddingOptions.DefaultWeight;

    /// <summary>The Apertium mode that texts go through first, such as <c>spa-eng</c> for a model that reads English; null for none.</summary>
    public string? Translate { get; init; }

    /// <summary>Reads a folder's description.</summary>
    /// <exception cref="EmbeddingException">The file is missing or wrong; says what.</exception>
    public static EmbedderDescription Read(string folder)
    {
        try
        {
            var description = JsonSerializer.Deserialize<EmbedderDescription>(File.ReadAllBytes(Path.Combine(folder, FileName)), Json)
                ?? throw new EmbeddingException($"{FileName} is empty.");
            return description.Checked(folder);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new EmbeddingException($"{FileName} cannot be used: {exception.Message}", exception);
        }
    }

    private EmbedderDescription Checked(string folder) =>
        MaxTokens is < 8 or > 32_768 ? throw new EmbeddingException($"{FileName}: maxTokens must be between 8 and 32768.")
        : Weight is not (>= 0 and <= 1) ? throw new EmbeddingException($"{FileName}: weight must be between 0 and 1.")
        : new[] { Model, Tokenizer.File }.FirstOrDefault(file => !File.Exists(Path.Combine(folder, file))) is { } missing ? throw new EmbeddingException($"{missing} is missing.")
        : this;
}

/// <summary>How the vectors of the tokens become one.</summary>
internal enum Pooling
{
    /// <summary>Their mean, padding left out.</summary>
    Mean,

    /// <summary>That of the first token.</summary>
    Cls,
}
