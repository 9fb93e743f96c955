using System.CommandLine;
using AzuSena.Whisper;
using AzuSena.Whisper.Conversion;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena models convert</c>: an ONNX export of Whisper as a ggml file, for Whisper.net and whisper.cpp.</summary>
internal static class ModelsConvertCommand
{
    private const string Whole = "f16";
    private const string EightBits = "q8_0";

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("carpeta") { Description = "Carpeta de un Whisper en ONNX." };
        var output = new Option<FileInfo>("--output") { Description = "El archivo ggml que se escribe.", Required = true };
        var type = new Option<string>("--type")
        {
            Description = "Cómo se guardan los pesos: q8_0 (8 bits) o f16 (16 bits, el doble de grande).",
            DefaultValueFactory = _ => EightBits,
        };
        type.AcceptOnlyFromAmong(EightBits, Whole);
        var command = new Command("convert", "Convierte un Whisper en ONNX en un archivo ggml, que lee el motor Whisper.net.") { folder, output, type };
        command.SetAction((parse, cancellationToken) =>
        {
            var chosen = parse.GetValue(type) == Whole ? GgmlType.F16 : GgmlType.Q8;
            return Task.Run(() => Run(parse.GetRequiredValue(folder), parse.GetRequiredValue(output), chosen, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static int Run(DirectoryInfo folder, FileInfo output, GgmlType type, CancellationToken cancellationToken)
    {
        var unfinished = output.FullName + ".new";
        try
        {
            Terminal.Error.Progress().AutoClear(enabled: true).Start(context =>
            {
                var bar = context.AddTask($"Convirtiendo {folder.Name}", maxValue: 1);
                using var file = File.Create(unfinished);
                GgmlConversion.Convert(folder.FullName, type, file, new Share(bar), cancellationToken);
            });
            File.Move(unfinished, output.FullName, overwrite: true);
        }
        catch (WhisperException exception)
        {
            Console.Error.WriteLine($"No se pudo convertir {folder.Name}. {exception.Message}");
            return Terminal.Failure;
        }
        finally
        {
            File.Delete(unfinished);
        }

        Console.Error.WriteLine($"Quedó en {output.FullName}. Para usarlo: Voice__Model={output.FullName}");
        return Terminal.Success;
    }

    private sealed class Share(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value) => bar.Value = value;
    }
}
