using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Embeddings;

/// <summary>Who computes the vectors of hybrid search, and how.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Embedding";

    /// <summary>The share of the vector half for a model whose share has not been measured.</summary>
    public const double DefaultWeight = 0.5;

    /// <summary>The value of a prefix that means: none, whatever the model's own is.</summary>
    public const string NoPrefix = "none";

    /// <summary>
    /// Who computes the vectors: <c>ollama</c> (the server of OLLAMA_HOST), <c>openai</c> (a compatible server), <c>onnx</c> (a model in this
    /// process), <c>none</c>, or <c>auto</c>: Ollama where it answers and has the model, else a model in this process where one is installed.
    /// </summary>
    /// <value>The default is <c>auto</c>.</value>
    [RegularExpression("(?i)auto|ollama|openai|onnx|none", ErrorMessage = "Embedding__Provider debe ser auto, ollama, openai, onnx o none.")]
    public string Provider { get; set; } = "auto";

    /// <summary>The model to ask a server for.</summary>
    /// <value>The default is <c>bge-m3</c>, which reads Spanish, for Ollama; an OpenAI-compatible server has none.</value>
    public string? Model { get; set; }

    /// <summary>Address of an OpenAI-compatible server, such as <c>https://servidor/v1</c>.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Its key; never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Folder of a model for ONNX Runtime that goes before the downloaded one; it holds an <c>azusena-embedder.json</c>.</summary>
    public string? OnnxDirectory { get; set; }

    /// <summary>How many threads one run of ONNX Runtime may use.</summary>
    /// <value>The default is 2.</value>
    [Range(1, 64, ErrorMessage = "Embedding__Threads debe ser un número entero de 1 a 64.")]
    public int Threads { get; set; } = 2;

    /// <summary>How many texts go to the model in one call.</summary>
    /// <value>The default is 32.</value>
    [Range(1, 1024, ErrorMessage = "Embedding__BatchSize debe ser un número entero de 1 a 1024.")]
    public int BatchSize { get; set; } = 32;

    /// <summary>How long one call may take.</summary>
    /// <value>The default is 60 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Embedding__TimeoutSeconds debe ser un número entero de 1 a 3600.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How long the look for an embedder may keep a question waiting.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 60, ErrorMessage = "Embedding__ProbeSeconds debe ser un número entero de 1 a 60.")]
    public int ProbeSeconds { get; set; } = 5;

    /// <summary>How long what was found stands before it is looked at again.</summary>
    /// <value>The default is 30 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Embedding__RecheckSeconds debe ser un número entero de 1 a 3600.")]
    public int RecheckSeconds { get; set; } = 30;

    /// <summary>The share of the vector half in hybrid search, 0 to 1, in place of the one measured for the model.</summary>
    [Range(0, 1, ErrorMessage = "Embedding__Weight debe estar entre 0 y 1.")]
    public double? Weight { get; set; }

    /// <summary>What goes before a question, in place of the model's own; <see cref="NoPrefix"/> for nothing.</summary>
    public string? QuestionPrefix { get; set; }

    /// <summary>What goes before a passage, in place of the model's own; <see cref="NoPrefix"/> for nothing.</summary>
    public string? PassagePrefix { get; set; }

    /// <summary>Whether a provider is the one of <see cref="Provider"/>.</summary>
    internal bool Asks(string provider) => string.Equals(Provider, provider, StringComparison.OrdinalIgnoreCase);
}
