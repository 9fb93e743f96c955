using AzuSena.Plugins;
using AzuSena.Settings;
using AzuSena.Voice;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AzuSena.Evaluation;

/// <summary>The product's own services, composed for one command.</summary>
public static class Product
{
    /// <summary>Composes the services from the environment, with <paramref name="overrides"/> on top.</summary>
    public static ServiceProvider Compose(params (string Key, string Value)[] overrides) => Compose(replace: null, overrides);

    /// <summary>The same; <paramref name="replace"/> may replace services.</summary>
    public static ServiceProvider Compose(Action<IServiceCollection>? replace, params (string Key, string Value)[] overrides)
    {
        var configuration = new ConfigurationBuilder()
            .AddAzuSenaSettings()
            .AddInMemoryCollection(overrides.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddAzuSenaKernel()
            .AddVoice()
            .AddAzuSenaPlugins();
        replace?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Loads the plugins, which the kernel needs, and therefore answers and prompts.</summary>
    public static async Task LoadPluginsAsync(this IServiceProvider product, CancellationToken cancellationToken) =>
        await product.GetRequiredService<PluginRegistry>().LoadAsync(cancellationToken);
}
