using AzuSena.Answering;
using AzuSena.Answering.Extraction;
using AzuSena.Answering.Generation;
using AzuSena.Conversations;
using AzuSena.Corpus;
using AzuSena.Corpus.Lint;
using AzuSena.Embeddings;
using AzuSena.Memory;
using AzuSena.Memory.Collections;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Models;
using AzuSena.Models.Catalogue;
using AzuSena.Prompts;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.VectorData;

namespace AzuSena;

/// <summary>Registers the product: memory, answering and their options. The plugins are registered beside it, by <c>AddAzuSenaPlugins</c>.</summary>
public static class KernelServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddAzuSenaKernel(this IServiceCollection services)
    {
        services.AddSettings<MemoryOptions>(MemoryOptions.SectionName).PostConfigure(options =>
        {
            options.CorpusDirectory = Path.GetFullPath(options.CorpusDirectory, EnvironmentSettings.Home);
            options.MappingsDirectory = Path.GetFullPath(options.MappingsDirectory, EnvironmentSettings.Home);
            options.DataDirectory = Path.GetFullPath(options.DataDirectory, EnvironmentSettings.Home);
        });
        services.AddSettings<VectorOptions>(VectorOptions.SectionName);
        services.AddSettings<AnsweringOptions>(AnsweringOptions.SectionName);

        services.TryAddSingleton(TimeProvider.System);
        services.AddModels();
        services.AddSingleton<PassageStore>();
        services.AddSingleton<PassageVectors>();
        services.AddSingleton<VectorUpkeep>();
        services.AddSingleton<PassageSearch>();
        services.AddSingleton<PassageCollection>();
        services.AddSingleton<VectorStoreCollection<string, Passage>>(provider => provider.GetRequiredService<PassageCollection>());
        services.AddSingleton<IKeywordHybridSearchable<Passage>>(provider => provider.GetRequiredService<PassageCollection>());
        services.AddSingleton<DocumentLoader>();
        services.AddSingleton<CorpusIndexer>();
        services.AddSingleton<CorpusWatch>();
        services.AddSingleton<CorpusLint>();
        services.AddSingleton<IAnswerComposer, ExtractiveComposer>();
        services.AddSingleton<ComposerChoice>();
        services.AddSingleton<QuestionRewriting>();
        services.AddTransient<AnswerService>();
        services.AddModelCatalogue();
        services.AddEmbeddings();
        services.AddConversations();
        services.AddPrompts();
        return services;
    }

    /// <summary>Binds options to their section and checks them at start.</summary>
    public static Microsoft.Extensions.Options.OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
