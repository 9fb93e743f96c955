using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;

namespace AzuSena.Memory.Embeddings.Remote;

/// <summary>A model of an OpenAI-compatible server. There is no common way to list its models, so the first call tests it.</summary>
internal sealed class OpenAiEmbedders(IHttpClientFactory clients, IOptions<EmbeddingOptions> options, TimeProvider time) : IEmbedderProvider
{
    // The client requires a key even if the server does not.
    private const string NoKey = "none";

    /// <inheritdoc/>
    public string Name => "openai";

    /// <inheritdoc/>
    public Task<EmbedderOffer> ProbeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(EmbedderOffer.Of($"{options.Value.BaseUrl} {options.Value.Model}", LoadAsync));

    private Task<Embedder> LoadAsync(CancellationToken cancellationToken)
    {
        var model = options.Value.Model!;
        var prefixes = ModelPrefixes.Of(model).Or(options.Value);
        return ProbedEmbedder.CreateAsync(
            new LimitedEmbeddingGenerator(Generator(model), options.Value.BatchSize, TimeSpan.FromSeconds(options.Value.TimeoutSeconds), time),
            new("openai", model, Dimension: 0, prefixes.Question, prefixes.Passage),
            EmbeddingOptions.DefaultWeight,
            options.Value,
            cancellationToken);
    }

    private IEmbeddingGenerator<string, Embedding<float>> Generator(string model)
    {
        var key = new ApiKeyCredential(string.IsNullOrWhiteSpace(options.Value.ApiKey) ? NoKey : options.Value.ApiKey);
        var client = new OpenAIClient(key, new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Value.BaseUrl!),
            Transport = new HttpClientPipelineTransport(clients.CreateClient(EmbeddingServices.HttpClientName)),
        });
        return client.GetEmbeddingClient(model).AsIEmbeddingGenerator();
    }
}
