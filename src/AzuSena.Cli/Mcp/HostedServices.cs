using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AzuSena.Cli.Mcp;

/// <summary>Runs the product's background services (prompts that reload, traces, the model's probe) for a command that lasts.</summary>
internal static class HostedServices
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(4);

    /// <summary>Runs them while <paramref name="work"/> runs, and stops them in reverse order.</summary>
    public static async Task RunAsync(IServiceProvider product, Func<Task> work, CancellationToken cancellationToken)
    {
        var running = new Stack<IHostedService>();
        try
        {
            foreach (var service in product.GetServices<IHostedService>())
            {
                running.Push(service);
                await service.StartAsync(cancellationToken);
            }

            await work();
        }
        finally
        {
            using var limit = new CancellationTokenSource(StopLimit);
            while (running.TryPop(out var service))
            {
                await service.StopAsync(limit.Token).WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
