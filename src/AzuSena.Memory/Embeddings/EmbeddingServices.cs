using AzuSena.Memory.Embeddings.Onnx;
using AzuSena.Memory.Embeddings.Remote;
using AzuSena.Memory.Translation;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Embeddings;

/// <summary>Registers <see cref="IEmbedderSource"/> and its providers.</summary>
public static class EmbeddingServices
{
    /// <summary>The name of the HTTP client for embedding servers.</summary>
    internal const string HttpClientName = "embeddings";

    // The address of a server may change while the service runs.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services)
    {
        services.AddSettings<EmbeddingOptions>(EmbeddingOptions.SectionName).PostConfigure(options =>
            options.OnnxDirectory = string.IsNullOrWhiteSpace(options.OnnxDirectory)
                ? null
                : Path.GetFullPath(options.OnnxDirectory, EnvironmentSettings.Home));
        services.AddSingleton<IValidateOptions<EmbeddingOptions>, EmbeddingOptionsValidator>();
        services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient((provider, client) =>
                client.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value.TimeoutSeconds))
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = ConnectionLifetime)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<ApertiumTranslators>();
        services.AddSingleton<OllamaEmbedders>();
        services.AddSingleton<OpenAiEmbedders>();
        services.AddSingleton<IEmbedderSource>(provider => new EmbedderSource(
            [.. Providers(provider)],
            provider.GetRequiredService<IOptions<EmbeddingOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbedderSource>>()));
        return services;
    }

    // In order of preference.
    private static IEnumerable<IEmbedderProvider> Providers(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<EmbeddingOptions>>();
        var asked = options.Value;
        if (asked.Asks("auto") || asked.Asks("ollama"))
        {
            yield return services.GetRequiredService<OllamaEmbedders>();
        }

        if (asked.Asks("openai"))
        {
            yield return services.GetRequiredService<OpenAiEmbedders>();
        }

        if (asked.Asks("auto") || asked.Asks("onnx"))
        {
            var translators = services.GetRequiredService<ApertiumTranslators>();
            if (asked.OnnxDirectory is { } folder)
            {
                yield return new OnnxEmbedders("onnx", folder, options, translators);
            }

            var models = services.GetRequiredService<IOptions<ModelsOptions>>().Value.Directory;
            yield return new OnnxEmbedders("embedded default", Path.Combine(models, ModelCatalogue.DefaultEmbedder), options, translators);
        }
    }
}
