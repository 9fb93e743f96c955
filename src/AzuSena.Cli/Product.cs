using AzuSena.Plugins;
using AzuSena.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AzuSena.Cli;

/// <summary>The product's own services, composed for one command.</summary>
internal static class Product
{
    /// <summary>Composes the services from the environment, with <paramref name="overrides"/> on top.</summary>
    public static ServiceProvider Compose(params (string Key, string Value)[] overrides)
    {
        var configuration = new ConfigurationBuilder()
            .AddAzuSenaSettings()
            .AddInMemoryCollection(overrides.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddAzuSenaKernel()
            .AddAzuSenaPlugins()
            .BuildServiceProvider();
    }
}
