using AzuSena.Models;
using Microsoft.Extensions.Options;
using OllamaSharp;

namespace AzuSena.Memory.Embeddings.Remote;

/// <summary>A model of the Ollama server, over <c>/api/embed</c>, if the server answers and has the model.</summary>
internal sealed class OllamaEmbedders(IHttpClientFactory clients, IOptions<EmbeddingOptions> options, IOptions<OllamaOptions> server, TimeProvider time)
    : IEmbedderProvider
{
    /// <summary>The default model: it supports Spanish well and needs no prefixes.</summary>
    public const string DefaultModel = "bge-m3";

    private const int DigestLength = 12;

    /// <inheritdoc/>
    public string Name => "ollama";

    private string Model => string.IsNullOrWhiteSpace(options.Value.Model) ? DefaultModel : options.Value.Model;

    /// <inheritdoc/>
    public async Task<EmbedderOffer> ProbeAsync(CancellationToken cancellationToken)
    {
        var client = Client();
        try
        {
            var models = await client.ListLocalModelsAsync(cancellationToken);
            var found = models.FirstOrDefault(model => IsNamed(model.Name, Model));
            return found is null ? EmbedderOffer.None($"the server does not have {Model} (ollama pull {Model})")
                : EmbedderOffer.Of($"{Model}@{found.Digest}", stop => LoadAsync(found.Digest, stop));
        }
        catch (HttpRequestException exception)
        {
            return EmbedderOffer.None($"{server.Value.Host}:{server.Value.Port} does not answer ({exception.HttpRequestError})");
        }
    }

    private Task<Embedder> LoadAsync(string digest, CancellationToken cancellationToken)
    {
        var prefixes = ModelPrefixes.Of(Model).Or(options.Value);
        var revision = digest.Split(':')[^1];
        return ProbedEmbedder.CreateAsync(
            new LimitedEmbeddingGenerator(Client(), options.Value.BatchSize, TimeSpan.FromSeconds(options.Value.TimeoutSeconds), time),
            new("ollama", $"{Model}@{revision[..Math.Min(DigestLength, revision.Length)]}", Dimension: 0, prefixes.Question, prefixes.Passage),
            EmbeddingOptions.DefaultWeight,
            options.Value,
            cancellationToken);
    }

    private OllamaApiClient Client()
    {
        var http = clients.CreateClient(EmbeddingServices.HttpClientName);
        http.BaseAddress = server.Value.GetEndpoint();
        return new OllamaApiClient(http, Model);
    }

    // "bge-m3" stands for "bge-m3:latest", as in Ollama's own commands.
    private static bool IsNamed(string name, string model) =>
        string.Equals(name, model.Contains(':') ? model : model + ":latest", StringComparison.OrdinalIgnoreCase)
        || string.Equals(name, model, StringComparison.OrdinalIgnoreCase);
}
