using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Embeddings;

/// <summary>The provider of the vectors for hybrid search, and its settings.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Embedding";

    /// <summary>The share of the vector half for a model whose share has not been measured.</summary>
    public const double DefaultWeight = 0.5;

    /// <summary>The value that stands for no prefix, overriding that of the model.</summary>
    public const string NoPrefix = "none";

    /// <summary>
    /// The embedding provider: <c>ollama</c> (the server of OLLAMA_HOST), <c>openai</c> (a compatible server), <c>onnx</c> (a model in this process),
    /// <c>none</c>, or <c>auto</c>: Ollama if it answers and has the model, else a model in this process if one is installed.
    /// </summary>
    /// <value>The default is <c>auto</c>.</value>
    [RegularExpression("(?i)auto|ollama|openai|onnx|none", ErrorMessage = "Embedding__Provider debe ser auto, ollama, openai, onnx o none.")]
    public string Provider { get; set; } = "auto";

    /// <summary>The model to request from a server.</summary>
    /// <value>The default for Ollama is <c>bge-m3</c>, which supports Spanish; there is none for an OpenAI-compatible server.</value>
    public string? Model { get; set; }

    /// <summary>Address of an OpenAI-compatible server, such as <c>https://servidor/v1</c>.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Its key; never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Folder of an ONNX Runtime model that takes precedence over the downloaded one; it holds an <c>azusena-embedder.json</c>.</summary>
    public string? OnnxDirectory { get; set; }

    /// <summary>The maximum number of threads of one run of ONNX Runtime.</summary>
    /// <value>The default is 2.</value>
    [Range(1, 64, ErrorMessage = "Embedding__Threads debe ser un número entero de 1 a 64.")]
    public int Threads { get; set; } = 2;

    /// <summary>The maximum number of texts in one call to the model.</summary>
    /// <value>The default is 32.</value>
    [Range(1, 1024, ErrorMessage = "Embedding__BatchSize debe ser un número entero de 1 a 1024.")]
    public int BatchSize { get; set; } = 32;

    /// <summary>How long one call may take.</summary>
    /// <value>The default is 60 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Embedding__TimeoutSeconds debe ser un número entero de 1 a 3600.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>The maximum time that a question waits for the search of an embedder.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 60, ErrorMessage = "Embedding__ProbeSeconds debe ser un número entero de 1 a 60.")]
    public int ProbeSeconds { get; set; } = 5;

    /// <summary>The time between two checks for an embedder.</summary>
    /// <value>The default is 30 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Embedding__RecheckSeconds debe ser un número entero de 1 a 3600.")]
    public int RecheckSeconds { get; set; } = 30;

    /// <summary>The share of the vector half in hybrid search, 0 to 1; overrides the one measured for the model.</summary>
    [Range(0, 1, ErrorMessage = "Embedding__Weight debe estar entre 0 y 1.")]
    public double? Weight { get; set; }

    /// <summary>The prefix for questions; overrides that of the model. <see cref="NoPrefix"/> for none.</summary>
    public string? QuestionPrefix { get; set; }

    /// <summary>The prefix for passages; overrides that of the model. <see cref="NoPrefix"/> for none.</summary>
    public string? PassagePrefix { get; set; }

    /// <summary>Whether <see cref="Provider"/> selects a provider.</summary>
    internal bool Asks(string provider) => string.Equals(Provider, provider, StringComparison.OrdinalIgnoreCase);
}
