using System.CommandLine;
using AzuSena.Cli.Tables;
using AzuSena.Evaluation;
using AzuSena.Evaluation.Grounding;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Replies;
using AzuSena.Evaluation.Reports;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Runs;
using AzuSena.Evaluation.Voice;
using Spectre.Console;

namespace AzuSena.Cli.Commands;

/// <summary><c>azusena eval</c> and its suites: asks questions with known answers, and reports the results.</summary>
internal static class EvalRunCommand
{
    /// <summary>A command for one suite.</summary>
    public static Command Suite(string name, string description, string? questions = null) => Fill(new Command(name, description), [name], questions);

    /// <summary>Gives a command the options of a run over some suites, and its action.</summary>
    public static Command Fill(Command command, IReadOnlyList<string> suites, string? questions = null)
    {
        var data = new Option<string>("--data")
        {
            Description = "Preguntas: una carpeta o archivo JSONL, un CSV o un archivo SQuAD (.json, .json.gz).",
            DefaultValueFactory = _ => questions ?? EvaluationData.OwnQuestions
        };
        var foreign = new Option<string?>("--foreign") { Description = "Con datos SQuAD: otros datos, cuyas preguntas deben quedar sin respuesta." };
        var corpus = new Option<string?>("--corpus") { Description = "La carpeta de documentos; sin ella, la configurada." };
        var vectors = new Option<bool>("--vectors") { Description = "Busca también por vectores, con el modelo configurado." };
        var reader = new Option<bool>("--reader") { Description = "Lee también lo encontrado con el lector." };
        var model = new Option<bool>("--model") { Description = "Responde con el modelo de lenguaje configurado, no por extracción." };
        var replies = new Option<string?>("--replies") { Description = "Responde con las respuestas grabadas de esta carpeta, sin llamar al modelo." };
        var record = new Option<bool>("--record") { Description = "Llama al modelo y graba lo que responde en la carpeta de --replies." };
        var json = new Option<string?>("--json") { Description = "Guarda el resultado, para compararlo después." };
        var html = new Option<string?>("--html") { Description = "Escribe el informe en un archivo HTML." };
        var compare = new Option<string?>("--compare") { Description = "Un resultado guardado, con el que se compara." };
        var clips = new Option<string>("--clips")
        {
            Description = "Carpeta de grabaciones para voice, cada una con su transcripción al lado (001.ogg y 001.txt).",
            DefaultValueFactory = _ => EvaluationData.Recordings
        };
        foreach (var option in new Option[] { data, foreign, corpus, vectors, reader, model, replies, record, json, html, compare, clips })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parse, cancellationToken) =>
        {
            var path = parse.GetValue(data)!;
            if (!Path.Exists(path))
            {
                // Data that lie beside the repository need not be on every machine.
                Console.WriteLine($"Sin medir: no existe «{path}».");
                return Terminal.Success;
            }

            var set = EvaluationSet.Read(path, parse.GetValue(foreign));
            var before = parse.GetValue(compare) is { } earlier ? EvaluationRun.Read(earlier) : null;
            var options = new RunOptions
            {
                Corpus = parse.GetValue(corpus),
                Parts = new SearchParts(parse.GetValue(vectors), parse.GetValue(reader)),
                WithModel = parse.GetValue(model),
                Replies = parse.GetValue(replies) is { } folder ? new RecordedReplies(folder) : null,
                IsRecording = parse.GetValue(record),
            };
            var name = Path.GetFileNameWithoutExtension(path);
            var run = suites.Intersect(MeasureCatalogue.OfQuestions).Any()
                ? await Evaluator.RunAsync(name, set, options, cancellationToken)
                : EvaluationRun.Empty(name);
            run = suites.Contains("grounding") ? await GroundingSuite.AddAsync(run, EvaluationData.Grounding, cancellationToken) : run;
            run = suites.Contains("voice") ? await VoiceSuite.AddAsync(run, parse.GetValue(clips)!, set, options, cancellationToken) : run;
            await ReportAsync(run, before, suites, parse.GetValue(json), parse.GetValue(html), cancellationToken);
            return Terminal.Success;
        });
        return command;
    }

    /// <summary>Compares two saved runs, without asking anything.</summary>
    public static Command Compare()
    {
        var runs = new Argument<string[]>("runs") { Description = "El resultado de antes y el de ahora.", Arity = new ArgumentArity(2, 2) };
        var html = new Option<string?>("--html") { Description = "Escribe el informe en un archivo HTML." };
        var command = new Command("compare", "Compara dos resultados guardados, pregunta por pregunta.") { runs, html };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var both = parse.GetValue(runs)!;
            await ReportAsync(
                EvaluationRun.Read(both[1]), EvaluationRun.Read(both[0]), MeasureCatalogue.Suites, json: null, parse.GetValue(html), cancellationToken);
            return Terminal.Success;
        });
        return command;
    }

    /// <summary>Prints a run and writes the requested files.</summary>
    public static async Task ReportAsync(
        EvaluationRun run, EvaluationRun? before, IReadOnlyList<string> suites, string? json, string? html, CancellationToken cancellationToken)
    {
        var figures = Figure.Of(suites, run, before);
        if (run.Outcomes.Count > 0 || run.NotRun is { Count: > 0 })
        {
            AnsiConsole.WriteLine(
                $"{run.Data}: {run.Outcomes.Count} preguntas, {run.Mode}, "
                + $"{(run.Embedder is null ? "solo palabras" : $"palabras y vectores de {run.Embedder}")}");
        }

        if (run.NotRun is { Count: > 0 } notRun)
        {
            AnsiConsole.WriteLine($"{notRun.Count} preguntas sin ejecutar: no hay respuesta grabada del modelo.");
        }

        FigureTable.Print(AnsiConsole.Console, figures, run.Unavailable);
        if (json is not null)
        {
            await run.WriteAsync(json, cancellationToken);
        }

        if (html is not null)
        {
            await File.WriteAllTextAsync(html, HtmlReport.Of(run, before, figures), cancellationToken);
        }
    }
}
