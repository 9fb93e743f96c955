using System.CommandLine;
using AzuSena.Evaluation;
using AzuSena.Models.ModelFiles;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena models</c>: the models that can be downloaded.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Descarga modelos y los retira.") { List(), Pull(), ModelsConvertCommand.Create(), Remove() };

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Imprime la lista como JSON." };
        var command = new Command("list", "Dice qué modelos hay, cuánto ocupan, para qué sirven y cuáles están instalados.") { json };
        command.SetAction(async (parse, _) =>
        {
            await using var product = Product.Compose();
            Print(product.GetRequiredService<ModelStore>(), parse.GetValue(json));
            return Terminal.Success;
        });
        return command;
    }

    private static Command Pull()
    {
        var name = Name();
        var from = new Option<DirectoryInfo?>("--from") { Description = "Carpeta que tiene los archivos del modelo, en vez de descargarlos." };
        var quiet = new Option<bool>("--quiet") { Description = "Calla si ya estaba instalado." };
        var command = new Command("pull", "Descarga un modelo con npm, o lo arma a partir de otro, y comprueba su huella.") { name, from, quiet };
        command.SetAction(async (parse, cancellationToken) =>
        {
            await using var product = Product.Compose();
            var model = ModelCatalogue.Find(parse.GetRequiredValue(name));
            await PullAsync(product.GetRequiredService<ModelStore>(), model, parse.GetValue(from)?.FullName, parse.GetValue(quiet), cancellationToken);
            return Terminal.Success;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = Name();
        var command = new Command("remove", "Borra un modelo instalado.") { name };
        command.SetAction(async (parse, _) =>
        {
            await using var product = Product.Compose();
            var model = ModelCatalogue.Find(parse.GetRequiredValue(name));
            var isRemoved = product.GetRequiredService<ModelStore>().Remove(model);
            Console.Error.WriteLine(isRemoved ? $"Se borró {model.Name}." : $"{model.Name} no estaba instalado.");
            return Terminal.Success;
        });
        return command;
    }

    private static Argument<string> Name() => new("modelo") { Description = "El nombre que muestra «models list»." };

    private static async Task PullAsync(ModelStore store, CatalogueModel model, string? from, bool quiet, CancellationToken cancellationToken)
    {
        var wasInstalled = store.IsInstalled(model);
        await Terminal.Error.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                // npm does not report its progress; the bar moves when the files are extracted.
                var bar = context.AddTask($"{Doing(model, from)} {model.Name}", maxValue: model.Bytes).IsIndeterminate();
                return store.InstallAsync(model, from, new Bytes(bar), cancellationToken);
            });
        if (!wasInstalled || !quiet)
        {
            Console.Error.WriteLine(wasInstalled ? $"{model.Name} ya estaba instalado." : $"{model.Name} quedó en {store.FolderOf(model)}.");
        }
    }

    private static string Doing(CatalogueModel model, string? from) => from is not null ? "Copiando" : model.Base is null ? "Descargando" : "Armando";

    private static void Print(ModelStore store, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonOutput.Of(ModelCatalogue.Models.Select(model =>
                new { model.Name, Installed = store.IsInstalled(model), model.Bytes, model.Purpose, model.Licence })));
            return;
        }

        var table = new Table().AddColumns("Modelo", "Instalado", "Tamaño", "Para qué");
        foreach (var model in ModelCatalogue.Models)
        {
            table.AddRow(model.Name, store.IsInstalled(model) ? "sí" : "no", $"{model.Bytes / 1e6:0} MB", Markup.Escape(model.Purpose));
        }

        AnsiConsole.Write(table);
    }

    private sealed class Bytes(ProgressTask bar) : IProgress<long>
    {
        public void Report(long value)
        {
            bar.IsIndeterminate(indeterminate: false);
            bar.Increment(value);
        }
    }
}
