using AzuSena.Answering;
using AzuSena.Conversations;
using AzuSena.Corpus;
using AzuSena.Embeddings;
using AzuSena.Feedback;
using AzuSena.Memory;
using AzuSena.Models;
using AzuSena.Models.Catalogue;
using AzuSena.Prompts;
using AzuSena.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AzuSena;

/// <summary>Registers the product, a feature a line. The plugins are registered beside it, by <c>AddAzuSenaPlugins</c>.</summary>
public static class KernelServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddAzuSenaKernel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddModels()
            .AddModelCatalogue()
            .AddEmbeddings()
            .AddCorpus()
            .AddMemory()
            .AddPrompts()
            .AddConversations()
            .AddFeedback()
            .AddAnswering();
    }

    /// <summary>Binds options to their section and checks them at start: that each value can be read, then its annotations.</summary>
    public static Microsoft.Extensions.Options.OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>()
            .Configure<IConfiguration>((_, configuration) => SettingValues.Check<T>(configuration, section))
            .BindConfiguration(section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
}
