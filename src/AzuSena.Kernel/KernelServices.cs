using AzuSena.Answering;
using AzuSena.Conversations;
using AzuSena.Feedback;
using AzuSena.Memory;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Embeddings;
using AzuSena.Models;
using AzuSena.Models.ModelFiles;
using AzuSena.Prompts;
using AzuSena.Suggestions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AzuSena;

/// <summary>Registers all features of the product. The plugins are registered separately, by <c>AddAzuSenaPlugins</c>.</summary>
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
            .AddSuggestions()
            .AddConversations()
            .AddFeedback()
            .AddAnswering();
    }
}
