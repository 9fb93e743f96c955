using AzuSena.Plugins;

namespace AzuSena.Api.Health;

/// <summary>Loads the plugins before the service listens, so that no question waits for it and problems show in the log at once.</summary>
internal sealed class StartupPlugins(PluginRegistry plugins) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => plugins.LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
