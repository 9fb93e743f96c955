using AzuSena.Memory.Indexing;
using AzuSena.Plugins;
using AzuSena.Voice;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Testing;

/// <summary>The product as it is composed for real, over folders of a test's own.</summary>
public sealed class TestProduct : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly ServiceProvider _services;

    /// <summary>Composes the product over a corpus folder, without a language or embedding model; <paramref name="replace"/> may put doubles in.</summary>
    public TestProduct(string corpus, Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings
                .Prepend(("Embedding:Provider", "none"))
                .Prepend(("Llm:Provider", "none"))
                .Prepend(("Voice:Enabled", "false"))
                .Prepend(("Memory:CorpusDirectory", corpus))
                .Prepend(("Memory:DataDirectory", _data.Path))
                .Prepend(("Prompts:Directory", Repository.Prompts))
                .Prepend(("Memory:MappingsDirectory", Path.Combine(Repository.Corpus, "mappings")))
                .GroupBy(pair => pair.Item1, StringComparer.OrdinalIgnoreCase)
                .Select(same => KeyValuePair.Create(same.Key, (string?)same.Last().Item2)))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddAzuSenaKernel()
            .AddVoice()
            .AddAzuSenaPlugins();
        replace?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The folder of the database.</summary>
    public string DataFolder => _data.Path;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Indexes the corpus.</summary>
    public Task<IndexReport> IndexAsync() => Get<CorpusIndexer>().RunAsync(progress: null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _data.Dispose();
    }
}
