using AzuSena.Memory.Collections;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Reading;
using AzuSena.Memory.Search;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Passages;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.VectorData;

namespace AzuSena.Memory;

/// <summary>Registers the store, indexing, vectors and search.</summary>
public static class MemoryServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddMemory(this IServiceCollection services)
    {
        services.AddSettings<DataOptions>(DataOptions.SectionName)
            .PostConfigure(options => options.DataDirectory = Path.GetFullPath(options.DataDirectory, EnvironmentSettings.Home));
        services.AddSettings<SearchOptions>(SearchOptions.SectionName);
        services.AddSettings<VectorOptions>(VectorOptions.SectionName);
        services.AddSettings<ReaderOptions>(ReaderOptions.SectionName);
        return services
            .AddSingleton<PassageStore>()
            .AddSingleton<CorpusIndexer>()
            .AddSingleton<IndexUpkeep>()
            .AddSingleton<ServingLock>()
            .AddSingleton<CorpusWatch>()
            .AddSingleton<PassageVectors>()
            .AddSingleton<VectorUpkeep>()
            .AddSingleton<QuoteVectorUpkeep>()
            .AddSingleton<PassageReader>()
            .AddSingleton<IPassageReader>(provider => provider.GetRequiredService<PassageReader>())
            .AddSingleton<ReaderUpkeep>()
            .AddSingleton<PassageUpkeep>()
            .AddSingleton<PassageSearch>()
            .AddSingleton<PassageCollection>()
            .AddSingleton<VectorStoreCollection<string, Passage>>(provider => provider.GetRequiredService<PassageCollection>())
            .AddSingleton<IKeywordHybridSearchable<Passage>>(provider => provider.GetRequiredService<PassageCollection>());
    }
}
