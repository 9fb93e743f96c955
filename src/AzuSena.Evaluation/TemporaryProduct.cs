using AzuSena.Memory.Reading;
using AzuSena.Memory.Vectors;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Evaluation;

/// <summary>The product over its own store, in a folder that is deleted on disposal.</summary>
internal sealed class TemporaryProduct : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azusena-eval-");
    private readonly ServiceProvider _services;

    private TemporaryProduct(Action<IServiceCollection>? replace, IEnumerable<(string Key, string Value)> settings) =>
        _services = Product.Compose(replace, [("Memory:DataDirectory", _folder.FullName), .. settings]);

    /// <summary>The services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The provider and model of the vectors; null if only words are searched.</summary>
    public string? Embedder => Get<PassageVectors>().Status is { State: "ready", Embedder: var embedder } ? embedder : null;

    /// <summary>Composes the product and fills its store, to which the vectors are added.</summary>
    public static async Task<TemporaryProduct> CreateAsync(
        Action<IServiceCollection>? replace,
        IEnumerable<(string Key, string Value)> settings,
        Func<TemporaryProduct, Task> fill,
        CancellationToken cancellationToken)
    {
        var product = new TemporaryProduct(replace, settings);
        try
        {
            await fill(product);
            await product.Get<PassageUpkeep>().RunAsync(progress: null, cancellationToken);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>One of the services.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
