using System.CommandLine;
using AzuSena.Testing.Models;

namespace AzuSena.OllamaDouble;

/// <summary>
/// The tests' double of Ollama as a program, to look at the service by hand where no Ollama is: it says what it was asked, word by word.
/// <code>dotnet run --project tests/AzuSena.OllamaDouble -- --port 11500 --speed 20</code>
/// </summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        var port = new Option<int>("--port") { Description = "Puerto en 127.0.0.1", DefaultValueFactory = _ => 11_434 };
        var speed = new Option<double>("--speed") { Description = "Palabras por segundo; 0, sin esperar", DefaultValueFactory = _ => 20 };
        var load = new Option<double>("--load") { Description = "Segundos que tarda en cargar el modelo la primera vez", DefaultValueFactory = _ => 0 };
        var command = new RootCommand("Doble de un servidor Ollama, para pruebas a mano.") { port, speed, load };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(port), parsed.GetValue(speed), TimeSpan.FromSeconds(parsed.GetValue(load)), cancellationToken));
        return command.Parse(args).InvokeAsync();
    }

    private static async Task<int> RunAsync(int port, double speed, TimeSpan load, CancellationToken cancellationToken)
    {
        var loading = new Lazy<Task>(() => Task.Delay(load, TimeProvider.System, cancellationToken));
        await using var server = new Testing.Ollama.OllamaDouble { StartsLoaded = load == TimeSpan.Zero };
        server.Script = request => Echo(request, speed, loading.Value);
        await server.StartAsync(port);
        Console.WriteLine($"El doble de Ollama atiende en {server.Uri} con {string.Join(", ", server.Models.Select(model => model.Name))}. Ctrl-C lo termina.");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        return 0;
    }

    // Waits are made when the reply comes to them, so that the words come one by one.
    private static ModelScript Echo(ModelRequest request, double speed, Task loaded)
    {
        var script = new ModelScript().Wait(() => loaded);
        foreach (var word in $"Soy el doble de Ollama. La pregunta fue: {request.LastQuestion}".Split(' '))
        {
            script.Text(word + " ");
            if (speed > 0)
            {
                script.Wait(() => Task.Delay(TimeSpan.FromSeconds(1 / speed), TimeProvider.System));
            }
        }

        return script;
    }
}
