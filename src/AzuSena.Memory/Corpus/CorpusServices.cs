using AzuSena.Memory.Corpus.Lint;
using AzuSena.Memory.Corpus.Ocr;
using AzuSena.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Memory.Corpus;

/// <summary>Registers the reading and the lint of the corpus folder.</summary>
public static class CorpusServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddCorpus(this IServiceCollection services)
    {
        services.AddSettings<CorpusOptions>(CorpusOptions.SectionName).PostConfigure(options =>
        {
            options.CorpusDirectory = Path.GetFullPath(options.CorpusDirectory, EnvironmentSettings.Home);
            options.MappingsDirectory = Path.GetFullPath(options.MappingsDirectory, EnvironmentSettings.Home);
        });
        services.AddSettings<OcrOptions>(OcrOptions.SectionName);
        return services.AddSingleton<OcrSource>().AddSingleton<DocumentLoader>().AddSingleton<CorpusLint>();
    }
}
