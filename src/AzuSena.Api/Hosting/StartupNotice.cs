using AzuSena.Api.Health;
using AzuSena.Api.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Hosting;

/// <summary>Once the service can answer, shows its address at the terminal and what to try first.</summary>
internal sealed class StartupNotice(
    IServer server,
    IndexingStatus indexing,
    IOptions<ApiOptions> options,
    AllowedHosts hosts,
    LogFolder logs,
    IHostApplicationLifetime lifetime,
    ILogger<StartupNotice> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.IsReachableFromOutside && options.Value.KeyList.Count == 0)
        {
            Log.OpenToAll(log, options.Value.Host);
        }

        if (hosts.IsMissing)
        {
            Log.AnyHostName(log, options.Value.Host);
        }

        if (logs.Problem is { } problem)
        {
            Log.NoLogFile(log, logs.Path, problem);
        }

        await Task.WhenAll(indexing.Ready, StartedAsync()).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine(
            $$"""

            AzuSENA está lista en {{address}}
              Documentación de la API: {{address}}/docs
              Para probarla:
                curl -X POST {{address}}/azusena_api/query/text -d '{"query": "¿Qué es el SENA?"}'
                ./azusena ask "¿Cómo me inscribo en el SENA?"

            """);
    }

    private Task StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }
}
