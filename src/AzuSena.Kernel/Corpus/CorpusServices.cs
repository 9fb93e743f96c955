using AzuSena.Corpus.Lint;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Corpus;

/// <summary>Registers the reading and the lint of the corpus folder, and the questions that it suggests.</summary>
public static class CorpusServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddCorpus(this IServiceCollection services) => services
        .AddSingleton<DocumentLoader>()
        .AddSingleton<CorpusLint>()
        .AddSingleton<SuggestedQuestions>();
}
