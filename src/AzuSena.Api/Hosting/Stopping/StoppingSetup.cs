using AzuSena.Api.Work;
using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Hosting.Stopping;

/// <summary>Sets up the stopping of the service.</summary>
internal static class StoppingSetup
{
    // The last steps of a graceful stop, and then the host's own.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddStopping(this IServiceCollection services)
    {
        services.AddSettings<ShutdownOptions>(ShutdownOptions.SectionName);
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) =>
        {
            host.ShutdownTimeout = TimeSpan.FromSeconds(shutdown.Value.Seconds) + Rest;

            // The product's own are supervised; if one of a library fails it is logged, and the service continues.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        return services
            .AddSingleton<RunningWork>()
            .AddSingleton<GracefulStop>()
            .AddHostedService(provider => provider.GetRequiredService<GracefulStop>())
            .AddSingleton<SignalLifetime>()
            .AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<SignalLifetime>());
    }
}
