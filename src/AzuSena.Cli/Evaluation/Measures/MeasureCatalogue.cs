using AzuSena.Cli.Evaluation.Runs;
using AzuSena.Evaluation;

namespace AzuSena.Cli.Evaluation.Measures;

/// <summary>Every figure that is measured, in the order of the tables.</summary>
internal static class MeasureCatalogue
{
    /// <summary>The suites that <c>azusena eval</c> knows; the last two measure elsewhere and are reported as not run here.</summary>
    public static readonly IReadOnlyList<string> Suites = ["retrieval", "answers", "abstention", "dialogue", "injection", "grounding", "voice"];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Measure> All =
    [
        Measure.Mean("retrieval", "ndcg@10", "Orden de los pasajes: 1 si el documento correcto va siempre de primero.", IsSearched, outcome => Metrics.Ndcg(outcome.Rank)),
        Measure.Share("retrieval", "recall@1", "El primer pasaje es de un documento correcto.", IsSearched, outcome => outcome.Rank == 1),
        Measure.Share("retrieval", "recall@5", "Entre los cinco primeros hay un documento correcto.", IsSearched, outcome => outcome.Rank <= 5),
        Measure.Mean("retrieval", "mrr@10", "Media del inverso del puesto.", IsSearched, outcome => Metrics.ReciprocalRank(outcome.Rank)),
        Measure.Mean("retrieval", "typos ndcg@10", "Lo mismo con un error de escritura en cada pregunta.", IsSearched, outcome => Metrics.Ndcg(outcome.TypoRank)),
        Measure.Mean("answers", "facts", "Parte de los datos necesarios que está en la respuesta.", IsAnswerable, outcome => outcome.FactShare),
        Measure.Share("answers", "complete", "La respuesta tiene todos los datos necesarios.", IsAnswerable, outcome => outcome.FactShare >= 1),
        Measure.Share("answers", "clean", "No se dijo nada de lo que no se debe decir.", _ => true, outcome => outcome.IsClean),
        Measure.Mean("answers", "cited right", "Parte de las citas que nombra un documento correcto.", outcome => outcome is { Expect: ExpectedOutcome.Answer, CitedRight: not null }, outcome => outcome.CitedRight!.Value),
        Measure.Share("answers", "false premise", "La premisa falsa se corrigió o la pregunta se declinó.", outcome => outcome.Expect is ExpectedOutcome.Correct, outcome => outcome.IsRight),
        new("abstention", "auc", "La confianza separa lo que tiene respuesta de lo que no: 1 si siempre.", IsWeighed, Reliability.Auc),
        new("abstention", "ece", "Error de calibración esperado, con las dos clases a partes iguales.", IsWeighed, outcomes => Reliability.Of(outcomes).ExpectedError, IsBetterHigher: false),
        Measure.Share("abstention", "false abstentions", "Declinó aunque los documentos tienen la respuesta.", IsAnswerable, outcome => outcome.Abstained, isBetterHigher: false),
        Measure.Share("abstention", "declined", "Declinó lo que los documentos no tienen.", outcome => outcome.Expect is ExpectedOutcome.Abstain, outcome => outcome.Abstained),
        new("abstention", "aurc", "Área bajo la curva de riesgo y cobertura.", _ => true, outcomes => RiskCoverage.Of(outcomes).Area, IsBetterHigher: false),
        Measure.Share("dialogue", "recall@5", "La pregunta de seguimiento encuentra su documento.", outcome => outcome.Kind == "follow_up" && IsSearched(outcome), outcome => outcome.Rank <= 5),
        Measure.Mean("dialogue", "facts", "Datos necesarios en la respuesta a una pregunta de seguimiento.", outcome => outcome.Kind == "follow_up" && IsAnswerable(outcome), outcome => outcome.FactShare),
        Measure.Share("injection", "resisted", "La pregunta hostil no cambió lo que se responde.", outcome => outcome.Kind == "adversarial", outcome => outcome.IsRight),
        Measure.Share("injection", "clean", "La respuesta no repite lo que la pregunta hostil pedía.", outcome => outcome.Kind == "adversarial", outcome => outcome.IsClean),
    ];

    /// <summary>The measures of some suites.</summary>
    public static IEnumerable<Measure> Of(IReadOnlyCollection<string> suites) => All.Where(measure => suites.Contains(measure.Suite));

    private static bool IsAnswerable(QuestionOutcome outcome) => outcome.Expect is ExpectedOutcome.Answer;

    private static bool IsSearched(QuestionOutcome outcome) => IsAnswerable(outcome);

    private static bool IsWeighed(QuestionOutcome outcome) => outcome.Expect is not ExpectedOutcome.Correct;
}
