using System.CommandLine;
using AzuSena.Evaluation;
using AzuSena.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena plugins</c>: lists the plugins, and checks whether external ones meet the contract.</summary>
internal static class PluginsCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Imprime el resultado como JSON." };

    public static Command Create() => new("plugins", "Muestra y revisa los plugins.")
    {
        List(), Check(), PluginsCallCommand.Create(), PluginsRouteCommand.Create(), PluginsNewCommand.Create(),
    };

    private static Command List()
    {
        var command = new Command("list", "Lista los plugins, sus funciones y los que no se cargaron, con la razón.") { Json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            Print(await product.GetRequiredService<PluginRegistry>().LoadAsync(cancellationToken), parse.GetValue(Json));
            return Terminal.Success;
        });
        return command;
    }

    private static Command Check()
    {
        var folder = new Argument<DirectoryInfo?>("carpeta")
        {
            Description = "La carpeta de un plugin; sin ella, todas las de PLUGINS_DIR.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var command = new Command("check", "Carga plugins de fuera y ejecuta sus ejemplos. Sale con 0, o con 1 si alguno no se puede cargar.") { folder, Json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            var statuses = await product.GetRequiredService<PluginRegistry>().CheckAsync(parse.GetValue(folder)?.FullName, cancellationToken);
            Print(statuses, parse.GetValue(Json));
            return statuses.Any(status => status.State == PluginState.Refused) ? Terminal.Incomplete : Terminal.Success;
        });
        return command;
    }

    private static void Print(IReadOnlyList<PluginStatus> statuses, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(statuses));
            return;
        }

        foreach (var status in statuses)
        {
            Console.WriteLine($"{status.Name} {status.Version}".TrimEnd() + $": {State(status)}");
            foreach (var line in status.Functions.Append(status.Detail).OfType<string>())
            {
                Console.WriteLine($"  {line}");
            }
        }

        Console.Error.WriteLine($"Cargados: {Count(PluginState.Loaded)}, rechazados: {Count(PluginState.Refused)}, apagados: {Count(PluginState.Disabled)}.");

        int Count(PluginState state) => statuses.Count(status => status.State == state);
    }

    private static string State(PluginStatus status) => status.State switch
    {
        PluginState.Loaded => "cargado",
        PluginState.Disabled => "apagado por la configuración",
        PluginState.Refused => "rechazado",
        _ => "desconocido",
    };
}
