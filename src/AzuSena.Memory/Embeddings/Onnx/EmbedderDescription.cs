using System.Text.Json;
using System.Text.Json.Serialization;
using AzuSena.Memory.Embeddings.Onnx.Tokenization;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>
/// The file <c>azusena-embedder.json</c> in a model's folder: it describes the network, its tokenizer, and the computation and weight of the vectors.
/// <c>docs/decisions/0008-embeddings.md</c> has an example.
/// </summary>
internal sealed record EmbedderDescription
{
    /// <summary>The file name in every folder.</summary>
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

    /// <summary>The network file, relative to the folder.</summary>
    public string Model { get; init; } = "model.onnx";

    /// <summary>The tokenizer.</summary>
    public TokenizerDescription Tokenizer { get; init; } = new();

    /// <summary>The pooling of token vectors; ignored if the network returns one vector per text.</summary>
    public Pooling Pooling { get; init; } = Pooling.Mean;

    /// <summary>Whether vectors are normalised to length 1.</summary>
    public bool Normalise { get; init; } = true;

    /// <summary>The prefix for questions.</summary>
    public string QuestionPrefix { get; init; } = "";

    /// <summary>The prefix for passages.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>The maximum number of tokens; further ones are ignored.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary>The share of its vectors in hybrid search, 0 to 1, as measured.</summary>
    public double Weight { get; init; } = EmbeddingOptions.DefaultWeight;

    /// <summary>The Apertium mode that translates texts first, such as <c>spa-eng</c> for an English model; null for none.</summary>
    public string? Translate { get; init; }

    /// <summary>Reads the description in a folder.</summary>
    /// <exception cref="EmbeddingException">The file is missing or invalid; the message says which.</exception>
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
        : new[] { Model, Tokenizer.File }.FirstOrDefault(file => !File.Exists(Path.Combine(folder, file))) is { } missing
            ? throw new EmbeddingException($"{missing} is missing.")
        : this;
}

/// <summary>The pooling of token vectors.</summary>
internal enum Pooling
{
    /// <summary>The mean of the token vectors, without padding.</summary>
    Mean,

    /// <summary>The vector of the first token.</summary>
    Cls,
}
