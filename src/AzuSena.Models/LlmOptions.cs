using System.ComponentModel.DataAnnotations;

namespace AzuSena.Models;

/// <summary>Which language model writes the answers, and within what limits.</summary>
public sealed class LlmOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Llm";

    /// <summary>Who serves the model.</summary>
    /// <value>The default is <c>auto</c>; otherwise <c>ollama</c>, <c>openai</c> or <c>none</c>.</value>
    [RegularExpression("(?i:auto|ollama|openai|none)", ErrorMessage = "Llm__Provider debe ser auto, ollama, openai o none.")]
    public string Provider { get; set; } = "auto";

    /// <summary>Address of the OpenAI-compatible server, with its version: <c>http://127.0.0.1:8080/v1</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Key of the OpenAI-compatible server; empty where it asks for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Model of the OpenAI-compatible server; Ollama's is OLLAMA_MODEL.</summary>
    public string Model { get; set; } = "";

    /// <summary>Tokens that prompt and answer may take together; never more than the model was made for.</summary>
    /// <value>The default is 8192.</value>
    [Range(512, 1_048_576, ErrorMessage = "Llm__ContextTokens debe ser un número entero de 512 a 1048576.")]
    public int ContextTokens { get; set; } = 8192;

    /// <summary>Tokens that one reply may take, thinking included; a server that does not stop is cut off there.</summary>
    /// <value>The default is 2048.</value>
    [Range(16, 131_072, ErrorMessage = "Llm__MaxOutputTokens debe ser un número entero de 16 a 131072.")]
    public int MaxOutputTokens { get; set; } = 2048;

    /// <summary>How long Ollama keeps the model in memory after a question: <c>30m</c>, seconds, or <c>-1</c> for always.</summary>
    /// <value>The default is <c>30m</c>.</value>
    [RegularExpression(@"-?(\d+(\.\d+)?(ms|s|m|h))+|-?\d+", ErrorMessage = "Llm__KeepAlive debe ser una duración como 30m o 1h, un número de segundos, o -1.")]
    public string KeepAlive { get; set; } = "30m";

    /// <summary>Makes replies repeatable where the server can; empty for none.</summary>
    public long? Seed { get; set; }

    /// <summary>The share of likely tokens that are drawn from.</summary>
    /// <value>The default is 0.9.</value>
    [Range(0.01, 1, ErrorMessage = "Llm__TopP debe estar entre 0.01 y 1.")]
    public double TopP { get; set; } = 0.9;

    /// <summary>Whether a model that can think first does so: better answers, later.</summary>
    /// <value>The default is true.</value>
    public bool Think { get; set; } = true;

    /// <summary>Whether the model thinks, where the server does not say; empty to tell by its name.</summary>
    public bool? Thinks { get; set; }

    /// <summary>Whether the model can call tools, where the server does not say; empty for what it says, and yes for an OpenAI-compatible one.</summary>
    public bool? Tools { get; set; }

    /// <summary>Replies that the model writes at once; the rest wait their turn.</summary>
    /// <value>The default is 4.</value>
    [Range(1, 1024, ErrorMessage = "Llm__MaxConcurrent debe ser un número entero de 1 a 1024.")]
    public int MaxConcurrent { get; set; } = 4;

    /// <summary>Questions that may wait for the model; past them <c>model_busy</c>.</summary>
    /// <value>The default is 200.</value>
    [Range(0, 100_000, ErrorMessage = "Llm__MaxWaiting debe ser un número entero de 0 a 100000.")]
    public int MaxWaiting { get; set; } = 200;

    /// <summary>How long the server may take to accept a connection.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 300, ErrorMessage = "Llm__ConnectSeconds debe ser un número entero de 1 a 300.")]
    public int ConnectSeconds { get; set; } = 5;

    /// <summary>How long it may take to the first token; loading the model is part of it.</summary>
    /// <value>The default is 180 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Llm__FirstTokenSeconds debe ser un número entero de 1 a 3600.")]
    public int FirstTokenSeconds { get; set; } = 180;

    /// <summary>How long it may take from one token to the next.</summary>
    /// <value>The default is 30 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Llm__BetweenTokensSeconds debe ser un número entero de 1 a 3600.")]
    public int BetweenTokensSeconds { get; set; } = 30;

    /// <summary>How often the model server is looked at.</summary>
    /// <value>The default is 3 seconds.</value>
    [Range(1, 300, ErrorMessage = "Llm__ProbeSeconds debe ser un número entero de 1 a 300.")]
    public int ProbeSeconds { get; set; } = 3;

    /// <summary>How often one reply may call tools and go on with their results.</summary>
    /// <value>The default is 4.</value>
    [Range(1, 20, ErrorMessage = "Llm__MaxToolRounds debe ser un número entero de 1 a 20.")]
    public int MaxToolRounds { get; set; } = 4;

    /// <summary>How long one call of a tool may take.</summary>
    /// <value>The default is 15 seconds.</value>
    [Range(1, 300, ErrorMessage = "Llm__ToolSeconds debe ser un número entero de 1 a 300.")]
    public int ToolSeconds { get; set; } = 15;

    /// <summary><see cref="Provider"/>, read.</summary>
    internal LlmProvider Serving => Enum.TryParse<LlmProvider>(Provider, ignoreCase: true, out var provider) ? provider : LlmProvider.None;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Serving is LlmProvider.OpenAi && Model.Length == 0)
        {
            yield return new ValidationResult("Llm__Model debe nombrar el modelo del servidor compatible con OpenAI.");
        }

        if (Serving is LlmProvider.OpenAi && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return new ValidationResult("Llm__BaseUrl debe ser la dirección del servidor compatible con OpenAI, por ejemplo http://127.0.0.1:8080/v1.");
        }

        if (MaxOutputTokens > ContextTokens / 2)
        {
            yield return new ValidationResult("Llm__MaxOutputTokens no puede pasar de la mitad de Llm__ContextTokens: la otra mitad es de la pregunta y los pasajes.");
        }
    }
}

/// <summary>Who serves the language model.</summary>
internal enum LlmProvider
{
    /// <summary>Ollama while it answers and has the model; extraction while it does not.</summary>
    Auto,

    /// <summary>Ollama; without it questions fail with <c>model_unavailable</c>.</summary>
    Ollama,

    /// <summary>An OpenAI-compatible server; without it questions fail with <c>model_unavailable</c>.</summary>
    OpenAi,

    /// <summary>No model: answers are extracted.</summary>
    None,
}
