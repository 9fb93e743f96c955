using System.CommandLine;
using AzuSena.Errors;
using AzuSena.Evaluation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena plugins call</c>: calls one function, as a model or a question would.</summary>
internal static class PluginsCallCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("función") { Description = "La función, como calendar.is_holiday." };
        var arguments = new Option<string[]>("--arg") { Description = "Un argumento, como date=2026-12-25. Se puede repetir.", DefaultValueFactory = _ => [] };
        var command = new Command("call", "Llama una función de un plugin e imprime lo que da.") { name, arguments };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            await product.LoadPluginsAsync(cancellationToken);
            var kernel = product.GetRequiredService<Kernel>();
            var result = await Find(kernel, parse.GetValue(name)!).InvokeAsync(kernel, Read(parse.GetValue(arguments)!), cancellationToken);
            var value = result.GetValue<object>();
            Console.WriteLine(value as string ?? JsonOutput.Of(value));
            return Terminal.Success;
        });
        return command;
    }

    private static KernelFunction Find(Kernel kernel, string name) =>
        name.Split('.', 2) is [var plugin, var function] && kernel.Plugins.TryGetFunction(plugin, function, out var found)
            ? found
            : throw new AzuSenaException(ErrorCode.RequestInvalid, $"No hay una función «{name}». ./azusena plugins list las muestra.");

    private static KernelArguments Read(string[] arguments)
    {
        var read = new KernelArguments();
        foreach (var argument in arguments)
        {
            read[argument.Split('=', 2) is [var name, var value] && name.Length > 0
                ? name
                : throw new AzuSenaException(ErrorCode.RequestInvalid, $"--arg {argument}: escríbelo como nombre=valor.")] = value;
        }

        return read;
    }
}
