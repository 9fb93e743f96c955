using System.CommandLine;
using AzuSena.Answering.Tracing;
using AzuSena.Cli.Mcp;
using AzuSena.Evaluation;
using AzuSena.Mcp;
using AzuSena.Memory.Reading;
using AzuSena.Memory.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena mcp</c>: the MCP server for one client, over standard input and output, until the client closes its side.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var command = new Command("mcp", "Atiende a un cliente MCP por la entrada y la salida estándar; los avisos van a la salida de errores.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Nothing but the protocol may reach standard output, whoever writes; the transport opens it by itself.
        Console.SetOut(Console.Error);
        await using var product = Product.Compose(Complete, ("Voice:Enabled", "false"));
        await product.LoadPluginsAsync(cancellationToken);
        if (!product.GetRequiredService<PassageStore>().HoldsAnything())
        {
            await IndexCommand.RunAsync(product, quiet: true, wordsOnly: true, cancellationToken);
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var upkeep = product.GetRequiredService<PassageUpkeep>().RunAsync(progress: null, ended.Token);
        try
        {
            await HostedServices.RunAsync(product, () => ServeAsync(product, cancellationToken), cancellationToken);
            return Terminal.Success;
        }
        finally
        {
            await ended.CancelAsync();
            await upkeep.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await product.GetRequiredService<PendingTraces>().FlushAsync(CancellationToken.None);
        }
    }

    private static void Complete(IServiceCollection services) => services
        .AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(line => line.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
        .AddAzuSenaMcp()
        .AddSingleton<IQuestionWalk, ProcessWalk>();

    private static async Task ServeAsync(ServiceProvider product, CancellationToken cancellationToken)
    {
        var options = product.GetRequiredService<IOptions<McpServerOptions>>().Value;
        var loggers = product.GetRequiredService<ILoggerFactory>();
        await using var transport = new StdioServerTransport(options, loggers);
        await using var server = McpServer.Create(transport, options, loggers, product);
        await server.RunAsync(cancellationToken);
    }
}
