using System.CommandLine;
using AzuSena.Errors;
using AzuSena.Processes;
using AzuSena.Settings;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena plugins new</c>: begins a plugin's project from the template, which it installs first.</summary>
internal static class PluginsNewCommand
{
    private const string Template = "templates/azusena-plugin";

    public static Command Create()
    {
        var name = new Argument<string>("nombre") { Description = "El nombre del proyecto, como MiSaludo." };
        var output = new Option<string?>("--output", "-o") { Description = "La carpeta del proyecto; sin ella, una con su nombre aquí." };
        var command = new Command("new", "Empieza el proyecto de un plugin a partir de la plantilla.") { name, output };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var project = parse.GetValue(name)!;
            await RunAsync(["new", "install", Path.Combine(EnvironmentSettings.Home, Template), "--force"], cancellationToken);
            await RunAsync(["new", "azusena-plugin", "-n", project, "-o", parse.GetValue(output) ?? project], cancellationToken);
            Console.WriteLine($"Listo. Pruébalo con: dotnet test {parse.GetValue(output) ?? project}");
            return Terminal.Success;
        });
        return command;
    }

    private static async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var dotnet = ChildProcess.Start("dotnet", arguments, new ChildStart { Environment = new ChildEnvironment("DOTNET_*", "NUGET_*") });
        await dotnet.Output.CopyToAsync(Stream.Null, cancellationToken);
        if (await dotnet.WaitAsync(cancellationToken) != 0)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, $"dotnet {string.Join(' ', arguments)}: {(await dotnet.Complaint).Trim()}");
        }
    }
}
