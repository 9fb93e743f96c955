using System.Diagnostics;
using System.Globalization;
using AzuSena.Memory.Indexing;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary>A bar for each stage of an indexing run, with its speed and remaining time.</summary>
internal sealed class IndexingBars(ProgressContext context) : IProgress<IndexProgress>
{
    private readonly Dictionary<IndexStage, (ProgressTask Bar, long Started)> _bars = [];
    private bool _saidWhoIsWaitedFor;

    /// <summary>Shows the bars while <paramref name="run"/> reports to them; reports come in order, on the thread of the run.</summary>
    public static Task<T> ShowAsync<T>(Func<IndexingBars, Task<T>> run) => Terminal.Error.Progress()
        .AutoClear(enabled: true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context => run(new IndexingBars(context)));

    public void Report(IndexProgress value)
    {
        if (value.Stage == IndexStage.Waiting)
        {
            SayWhoIsWaitedFor(value.Path!);
            return;
        }

        if (!_bars.TryGetValue(value.Stage, out var entry))
        {
            _bars[value.Stage] = entry = (context.AddTask(Name(value.Stage)), Stopwatch.GetTimestamp());
        }

        var seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(entry.Started).TotalSeconds);
        entry.Bar.MaxValue = value.Total;
        entry.Bar.Value = value.Done;
        entry.Bar.Description = $"{Name(value.Stage)} ({Speed(value, seconds)})";
    }

    private static string Name(IndexStage stage) => stage switch
    {
        IndexStage.Reading => "Leyendo documentos",
        IndexStage.Publishing => "Escribiendo el índice",
        IndexStage.EmbeddingQuotes => "Calculando vectores de las frases",
        IndexStage.Translating => "Traduciendo para el lector",
        _ => "Calculando vectores",
    };

    private static string Speed(IndexProgress value, double seconds) =>
        value.Stage is IndexStage.Embedding or IndexStage.EmbeddingQuotes or IndexStage.Translating
        ? string.Create(CultureInfo.InvariantCulture, $"{value.Done} de {value.Total}, {value.Passages / seconds:F0}/s")
        : string.Create(CultureInfo.InvariantCulture, $"{value.Done} de {value.Total} archivos, {value.Passages} pasajes, {value.Passages / seconds:F0}/s");

    private void SayWhoIsWaitedFor(string holder)
    {
        if (!_saidWhoIsWaitedFor)
        {
            _saidWhoIsWaitedFor = true;
            Console.Error.WriteLine($"Esperando a otro proceso que está indexando: {holder}");
        }
    }
}
