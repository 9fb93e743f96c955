using System.ComponentModel.DataAnnotations;

namespace AzuSena.Models;

/// <summary>The language model that writes the answers, and its limits.</summary>
public sealed class LlmOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Llm";

    /// <summary>The provider of the model.</summary>
    /// <value>The default is <c>auto</c>; otherwise <c>ollama</c>, <c>openai</c> or <c>none</c>.</value>
    [RegularExpression("(?i:auto|ollama|openai|none)", ErrorMessage = "Llm__Provider debe ser auto, ollama, openai o none.")]
    public string Provider { get; set; } = "auto";

    /// <summary>Address of the OpenAI-compatible server, with its version: <c>http://127.0.0.1:8080/v1</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Key of the OpenAI-compatible server; empty if it requires none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Model of the OpenAI-compatible server; Ollama's is OLLAMA_MODEL.</summary>
    public string Model { get; set; } = "";

    /// <summary>The maximum number of tokens of prompt and answer together; never more than the model supports.</summary>
    /// <value>The default is 8192.</value>
    [Range(512, 1_048_576, ErrorMessage = "Llm__ContextTokens debe ser un número entero de 512 a 1048576.")]
    public int ContextTokens { get; set; } = 8192;

    /// <summary>The maximum number of tokens of one reply, including reasoning; a server that does not stop is cut off there.</summary>
    /// <value>The default is 2048.</value>
    [Range(16, 131_072, ErrorMessage = "Llm__MaxOutputTokens debe ser un número entero de 16 a 131072.")]
    public int MaxOutputTokens { get; set; } = 2048;

    /// <summary>How long Ollama keeps the model in memory after a question: <c>30m</c>, seconds, or <c>-1</c> for always.</summary>
    /// <value>The default is <c>30m</c>.</value>
    [RegularExpression(@"-?(\d+(\.\d+)?(ms|s|m|h))+|-?\d+", ErrorMessage = "Llm__KeepAlive debe ser una duración como 30m o 1h, un número de segundos, o -1.")]
    public string KeepAlive { get; set; } = "30m";

    /// <summary>The seed that makes replies repeatable if the server supports it; empty for none.</summary>
    public long? Seed { get; set; }

    /// <summary>The share of likely tokens to sample from (top-p).</summary>
    /// <value>The default is 0.9.</value>
    [Range(0.01, 1, ErrorMessage = "Llm__TopP debe estar entre 0.01 y 1.")]
    public double TopP { get; set; } = 0.9;

    /// <summary>Whether a model that can reason before answering does so: better answers, later.</summary>
    /// <value>The default is true.</value>
    public bool Think { get; set; } = true;

    /// <summary>Whether the model reasons, if the server does not report it; empty to derive it from the model's name.</summary>
    public bool? Thinks { get; set; }

    /// <summary>
    /// Whether the model can call tools, if the server does not report it; empty for the reported value, and yes for an OpenAI-compatible server.
    /// </summary>
    public bool? Tools { get; set; }

    /// <summary>The maximum number of concurrent replies; further ones wait.</summary>
    /// <value>The default is 4.</value>
    [Range(1, 1024, ErrorMessage = "Llm__MaxConcurrent debe ser un número entero de 1 a 1024.")]
    public int MaxConcurrent { get; set; } = 4;

    /// <summary>The maximum number of questions that wait for the model; further ones fail with <c>model_busy</c>.</summary>
    /// <value>The default is 200.</value>
    [Range(0, 100_000, ErrorMessage = "Llm__MaxWaiting debe ser un número entero de 0 a 100000.")]
    public int MaxWaiting { get; set; } = 200;

    /// <summary>The maximum time for the server to accept a connection.</summary>
    /// <value>The default is 5 seconds.</value>
    [Range(1, 300, ErrorMessage = "Llm__ConnectSeconds debe ser un número entero de 1 a 300.")]
    public int ConnectSeconds { get; set; } = 5;

    /// <summary>The maximum time to the first token, including loading the model.</summary>
    /// <value>The default is 180 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Llm__FirstTokenSeconds debe ser un número entero de 1 a 3600.")]
    public int FirstTokenSeconds { get; set; } = 180;

    /// <summary>The maximum time from one token to the next.</summary>
    /// <value>The default is 30 seconds.</value>
    [Range(1, 3600, ErrorMessage = "Llm__BetweenTokensSeconds debe ser un número entero de 1 a 3600.")]
    public int BetweenTokensSeconds { get; set; } = 30;

    /// <summary>The interval between checks of the model server.</summary>
    /// <value>The default is 3 seconds.</value>
    [Range(1, 300, ErrorMessage = "Llm__ProbeSeconds debe ser un número entero de 1 a 300.")]
    public int ProbeSeconds { get; set; } = 3;

    /// <summary>The maximum number of rounds of tool calls in one reply.</summary>
    /// <value>The default is 4.</value>
    [Range(1, 20, ErrorMessage = "Llm__MaxToolRounds debe ser un número entero de 1 a 20.")]
    public int MaxToolRounds { get; set; } = 4;

    /// <summary>The maximum time of one tool call.</summary>
    /// <value>The default is 15 seconds.</value>
    [Range(1, 300, ErrorMessage = "Llm__ToolSeconds debe ser un número entero de 1 a 300.")]
    public int ToolSeconds { get; set; } = 15;

    /// <summary><see cref="Provider"/>, parsed.</summary>
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
            yield return new ValidationResult(
                "Llm__MaxOutputTokens no puede pasar de la mitad de Llm__ContextTokens: la otra mitad es de la pregunta y los pasajes.");
        }
    }
}

/// <summary>The providers of the language model.</summary>
internal enum LlmProvider
{
    /// <summary>Ollama while it answers and has the model; otherwise extraction.</summary>
    Auto,

    /// <summary>Ollama; without it questions fail with <c>model_unavailable</c>.</summary>
    Ollama,

    /// <summary>An OpenAI-compatible server; without it questions fail with <c>model_unavailable</c>.</summary>
    OpenAi,

    /// <summary>No model: answers are extracted.</summary>
    None,
}
