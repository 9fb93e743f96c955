using AzuSena.Models.Availability;
using AzuSena.Models.Http;
using AzuSena.Models.Ollama;
using AzuSena.Models.OpenAi;
using AzuSena.Models.Pipeline;
using AzuSena.Models.Queue;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Models;

/// <summary>Registers the language model: <see cref="IChatModelSource"/>, and the pipeline as the only <c>IChatClient</c>.</summary>
public static class ModelServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddSettings<OllamaOptions>(OllamaOptions.SectionName);
        services.AddSettings<LlmOptions>(LlmOptions.SectionName);
        services.AddMetrics();
        services.AddModelHttp();
        services.AddSingleton(Server);
        services.AddSingleton<ModelTrial>();
        services.AddSingleton<ModelWatch>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LlmOptions>>().Value;
            return new ModelQueue(options.MaxConcurrent, options.MaxWaiting, provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<ModelMetrics>();
        services.AddSingleton(ChatPipeline.Build);
        services.AddSingleton<IAutoFunctionInvocationFilter, ToolTimeLimit>();
        services.AddSingleton<IChatModelSource, ChatModelSource>();
        services.AddHostedService<ModelProbe>();
        return services;
    }

    // The only place that chooses a provider.
    private static IModelServer Server(IServiceProvider provider) => provider.GetRequiredService<IOptions<LlmOptions>>().Value.Serving switch
    {
        LlmProvider.None => new NoModelServer(),
        LlmProvider.OpenAi => ActivatorUtilities.CreateInstance<OpenAiServer>(provider),
        _ => ActivatorUtilities.CreateInstance<OllamaServer>(provider),
    };
}
