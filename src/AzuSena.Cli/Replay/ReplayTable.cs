using System.Globalization;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Tracing;
using AzuSena.Settings;
using Spectre.Console;

namespace AzuSena.Cli.Replay;

/// <summary>Prints a <see cref="ReplayReport"/> in readable form.</summary>
internal static class ReplayTable
{
    private const int MostCandidates = 20;
    private const int MostDifferences = 20;

    public static void Print(IAnsiConsole console, ReplayReport report)
    {
        var then = report.Then;
        var mode = then.Answer?.Mode ?? then.Settings.Mode ?? "sin comenzar";
        var asked = ColombianTime.Of(then.AskedAt);
        console.WriteLine($"Pregunta {then.QuestionId}, {asked:yyyy-MM-dd HH:mm:ss} (hora de Colombia), {mode}: {OutcomeOf(then)}");
        console.WriteLine($"  Hecha:    {then.Question.Asked.Text ?? then.Question.Asked.Sha256}");
        console.WriteLine($"  Buscada:  {then.Question.Standalone.Text ?? then.Question.Standalone.Sha256}");
        if (then.Retrieval is { } retrieval)
        {
            console.WriteLine(
                "  Términos: "
                + string.Join(", ", retrieval.Terms.Select(term => $"{term.Stem ?? "·"} {Short(term.Idf)}{(term.IsGuess ? " (corregido)" : "")}")));
            foreach (var correction in retrieval.Corrections)
            {
                console.WriteLine($"  Corregida: {correction.From} → {correction.To}");
            }

            console.Write(CandidatesOf(retrieval));
        }

        if (then.Evidence is { } evidence)
        {
            console.WriteLine($"Evidencia: {Short(evidence.Confidence)} (se declina por debajo de {Short(then.Settings.AbstainBelow)})");
            if (evidence.Features is { } features)
            {
                console.WriteLine(
                    "  "
                    + string.Join(", ", EvidenceFeatures.Names(withVectors: true, withReader: true)
                        .Zip(features.Values(withVectors: true, withReader: true), (name, value) => $"{name} {Short(value)}")));
            }
        }

        if (then.Prompt is { } prompt)
        {
            console.WriteLine($"Prompt: {prompt.Version}, SHA-256 {prompt.Sha256}");
            console.WriteLine(
                $"  {prompt.Mode}: temperatura {Short(prompt.Model.Temperature)}, top_p {Short(prompt.Model.TopP)}, "
                + $"semilla {prompt.Model.Seed?.ToString(CultureInfo.InvariantCulture) ?? "ninguna"}");
        }

        if (then.Answer?.Grounding is { Count: > 0 } sentences)
        {
            console.WriteLine(
                $"Frases: {string.Join(", ", sentences.Select(sentence => $"{sentence.Start}–{sentence.End} {sentence.Support} {Short(sentence.Score)}"))}");
        }

        console.WriteLine(
            $"Pasos (ms): {string.Join(", ", then.Steps.Select(step => $"{step.Step} {Short(step.Ms)}{(step.Count > 1 ? $" ×{step.Count}" : "")}"))}");
        console.Write(VerdictOf(report));
        foreach (var difference in report.Differences.Take(MostDifferences))
        {
            console.WriteLine($"  {difference.What}: antes «{difference.Then ?? "nada"}», ahora «{difference.Now ?? "nada"}»");
        }
    }

    private static Table CandidatesOf(TracedRetrieval retrieval)
    {
        var table = new Table().AddColumns("#", "pasaje", "por", "BM25", "palabras", "coseno", "final", "qué pasó");
        foreach (var candidate in retrieval.Candidates.Take(MostCandidates))
        {
            table.AddRow(
                Markup.Escape(candidate.Rank?.ToString(CultureInfo.InvariantCulture) ?? ""),
                Markup.Escape(candidate.Title ?? candidate.PassageId ?? "ya no está"),
                SourceOf(candidate.FoundBy),
                Short(candidate.Bm25),
                Short(candidate.Words),
                Short(candidate.Cosine),
                Short(candidate.Score),
                FateOf(candidate.Fate));
        }

        if (retrieval.Candidates.Count > MostCandidates)
        {
            table.Caption($"y {retrieval.Candidates.Count - MostCandidates} más: --json los muestra");
        }

        return table;
    }

    private static Table VerdictOf(ReplayReport report)
    {
        var table = new Table().AddColumns("al repetirla", "");
        table.AddRow("documentos e índice", report.SameGeneration ? "los mismos" : "cambiaron: es otra generación");
        table.AddRow("búsqueda", Same(report.SameRetrieval));
        table.AddRow("prompt", Same(report.SamePrompt));
        table.AddRow("respuesta", Same(report.SameAnswer));
        table.AddRow("en total", report.IsSame ? "sale igual" : "sale distinta");
        return table;
    }

    private static string Same(bool? isSame) => isSame switch { true => "igual", false => "distinta", null => "no se compara" };

    private static string Short(double? figure) => figure?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string OutcomeOf(AnswerTrace trace) => trace.Outcome switch
    {
        TraceOutcome.Answered => "respondida",
        TraceOutcome.Abstained => "declinada",
        TraceOutcome.Failed => $"falló ({trace.Code})",
        _ => "sin terminar",
    };

    private static string SourceOf(CandidateSource source) => source switch
    {
        CandidateSource.Vectors => "vector",
        CandidateSource.Rule => "artículo",
        _ => "palabras",
    };

    private static string FateOf(CandidateFate fate) => fate switch
    {
        CandidateFate.Kept => "se usó",
        CandidateFate.BelowScore => "puntaje bajo",
        CandidateFate.BeforeRerank => "no llegó al reordenamiento",
        _ => "hubo mejores",
    };
}
