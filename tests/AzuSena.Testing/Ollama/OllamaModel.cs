using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AzuSena.Testing.Ollama;

/// <summary>A model that the double of Ollama has.</summary>
/// <param name="Name">With its tag.</param>
/// <param name="ContextLength">What it was made for.</param>
/// <param name="Capabilities">As <c>/api/show</c> lists them.</param>
/// <param name="Family">Its architecture.</param>
/// <param name="ParameterSize">As people say it.</param>
public sealed record OllamaModel(string Name, int ContextLength, IReadOnlyList<string> Capabilities, string Family = "llama", string ParameterSize = "7.2B")
{
    public static OllamaModel Mistral { get; } = new("mistral:7b", 32_768, ["completion", "tools"]);

    public static OllamaModel TinyLlama { get; } = new("tinyllama:1.1b", 2048, ["completion"], ParameterSize: "1B");

    public static OllamaModel Phi3 { get; } = new("phi3:3.8b", 131_072, ["completion"], "phi3", "3.8B");

    public static OllamaModel DeepSeekR1 { get; } = new("deepseek-r1:8b", 131_072, ["completion", "thinking"], "qwen3", "8.2B");

    public static OllamaModel Qwen3 { get; } = new("qwen3:4b", 262_144, ["completion", "tools", "thinking"], "qwen3", "4.0B");

    public static OllamaModel MiniLm { get; } = new("all-minilm:latest", 512, ["embedding"], "bert", "23M");

    /// <summary>The original's five models, and one of embeddings.</summary>
    public static IReadOnlyList<OllamaModel> All { get; } = [Mistral, TinyLlama, Phi3, DeepSeekR1, Qwen3, MiniLm];

    private const string Time = "2026-01-15T08:06:48.639712648-05:00";

    private JsonObject Details => new()
    {
        ["parent_model"] = "",
        ["format"] = "gguf",
        ["family"] = Family,
        ["families"] = new JsonArray(Family),
        ["parameter_size"] = ParameterSize,
        ["quantization_level"] = "Q4_K_M",
    };

    internal JsonObject Tag() => new()
    {
        ["name"] = Name,
        ["model"] = Name,
        ["modified_at"] = Time,
        ["size"] = 4_113_301_824,
        ["digest"] = Digest(),
        ["details"] = Details,
    };

    internal JsonObject Running() => new()
    {
        ["name"] = Name,
        ["model"] = Name,
        ["size"] = 5_137_025_024,
        ["digest"] = Digest(),
        ["details"] = Details,
        ["expires_at"] = Time,
        ["size_vram"] = 0,
        ["context_length"] = 8192,
    };

    internal JsonObject Show() => new()
    {
        ["license"] = "Apache License",
        ["modelfile"] = $"FROM {Name}",
        ["parameters"] = "stop                           \"[INST]\"",
        ["template"] = Capabilities.Contains("tools") ? "{{ if .Tools }}[AVAILABLE_TOOLS]{{ end }}{{ .Prompt }}" : "{{ .Prompt }}",
        ["details"] = Details,
        ["model_info"] = new JsonObject { ["general.architecture"] = Family, [$"{Family}.context_length"] = ContextLength },
        ["capabilities"] = new JsonArray([.. Capabilities.Select(capability => (JsonNode)capability)]),
        ["modified_at"] = Time,
    };

    private string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)));
}
