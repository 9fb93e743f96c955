using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Models.Availability;
using AzuSena.Models.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.Ollama;

/// <summary>An Ollama server: whether it has the model, the model's capabilities, and whether it is in memory.</summary>
internal sealed class OllamaServer : IModelServer
{
    private readonly IHttpClientFactory _http;
    private readonly LlmOptions _llm;
    private readonly HttpClient _probes;
    private string? _shown;
    private volatile ModelFacts _facts;

    public OllamaServer(IHttpClientFactory http, IOptions<LlmOptions> llm, IOptions<OllamaOptions> ollama)
    {
        _http = http;
        _llm = llm.Value;
        _probes = http.CreateClient(ModelHttp.Probes);
        Model = ollama.Value.Model.Trim();
        Endpoint = ollama.Value.GetEndpoint();
        _facts = new ModelFacts(_llm.ContextTokens, CallsTools: false, ModelFacts.ThinksByName(Model), SeparatesThinking: false);
    }

    public string Provider => "ollama";

    public string Model { get; }

    public string UnreachableText => "OllamaUnreachable";

    public ModelFacts Facts => _facts;

    /// <summary>Its address.</summary>
    public Uri Endpoint { get; }

    public IChatClient CreateChatClient(string http) => new OllamaChatClient(_http.CreateClient(http), this, new OllamaRequest(Model, _llm.KeepAlive));

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var tags = await _probes.GetFromJsonAsync<JsonElement>(new Uri(Endpoint, "api/tags"), cancellationToken);
        if (Find(tags) is not { } tag)
        {
            throw Missing();
        }

        // The capabilities of a model do not change while its digest is the same.
        var digest = tag.TryGetProperty("digest", out var text) ? text.GetString() : null;
        if (digest is null || digest != _shown)
        {
            _facts = await ShowAsync(cancellationToken);
            _shown = digest;
        }
    }

    public async Task<bool> IsLoadedAsync(CancellationToken cancellationToken) =>
        Find(await _probes.GetFromJsonAsync<JsonElement>(new Uri(Endpoint, "api/ps"), cancellationToken)) is not null;

    /// <summary>The exception for a missing model, with the way to install it.</summary>
    public ModelMissingException Missing() => new(ModelTexts.Get("OllamaModelMissing", Model));

    private static string WithTag(string model) => model.IndexOf(':', model.LastIndexOf('/') + 1) >= 0 ? model : model + ":latest";

    private JsonElement? Find(JsonElement list)
    {
        foreach (var entry in list.GetProperty("models").EnumerateArray())
        {
            if (string.Equals(entry.GetProperty("name").GetString(), WithTag(Model), StringComparison.OrdinalIgnoreCase))
            {
                return entry;
            }
        }

        return null;
    }

    private async Task<ModelFacts> ShowAsync(CancellationToken cancellationToken)
    {
        using var response = await _probes.PostAsJsonAsync(new Uri(Endpoint, "api/show"), new { model = Model }, cancellationToken);
        response.EnsureSuccessStatusCode();
        var shown = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var capabilities = Capabilities(shown);
        var thinking = capabilities.Contains("thinking");
        return new ModelFacts(
            Math.Min(_llm.ContextTokens, ContextLength(shown) ?? _llm.ContextTokens),
            _llm.Tools ?? capabilities.Contains("tools"),
            _llm.Thinks ?? (thinking || OpensThinking(shown) || ModelFacts.ThinksByName(Model)),
            thinking);
    }

    // If the template opens the tag itself, the reply only contains the closing one.
    private static bool OpensThinking(JsonElement shown) =>
        shown.TryGetProperty("template", out var template) && template.GetString()?.Contains("<think>", StringComparison.Ordinal) is true;

    private static HashSet<string> Capabilities(JsonElement shown)
    {
        if (shown.TryGetProperty("capabilities", out var listed) && listed.ValueKind is JsonValueKind.Array)
        {
            return [.. listed.EnumerateArray().Select(capability => capability.GetString() ?? "")];
        }

        // Servers before 0.6.4 do not list capabilities; a template that writes tools implies them.
        return shown.TryGetProperty("template", out var template) && template.GetString()?.Contains(".Tools", StringComparison.Ordinal) is true
            ? ["tools"]
            : [];
    }

    private static int? ContextLength(JsonElement shown)
    {
        if (shown.TryGetProperty("model_info", out var info) && info.ValueKind is JsonValueKind.Object)
        {
            foreach (var fact in info.EnumerateObject())
            {
                if (fact.Name.EndsWith(".context_length", StringComparison.Ordinal) && fact.Value.TryGetInt32(out var length))
                {
                    return length;
                }
            }
        }

        return null;
    }
}
