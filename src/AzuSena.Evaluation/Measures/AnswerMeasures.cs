using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Measures;

/// <summary>The measures of what a reader notices of an answer. They count nothing in runs that did not keep it.</summary>
internal static class AnswerMeasures
{
    private const string Suite = "answers";

    /// <summary>The measures, in the order of the tables.</summary>
    public static readonly IReadOnlyList<Measure> All =
    [
        Share("good", "Empieza por lo preguntado, está completa, no dice lo que no debe y tiene a lo sumo 150 palabras; o declina bien.", _ => true, IsGood),
        Share("lead", "Los primeros 320 caracteres tienen lo que se preguntó.", HasAnswer, outcome => outcome.Quality!.Leads),
        Words("words", "Palabras de lo respondido, sin las marcas de cita: la mediana.", 0.5),
        Words("words p90", "Palabras de lo respondido: nueve de cada diez respuestas no tienen más.", 0.9),
        Measure.Over<QuestionOutcome>(
            Suite,
            "relevant",
            "Parte de las frases con cita que se apoya en un documento y una sección correctos.",
            outcome => IsAnswered(outcome) && outcome.Quality!.CitedSentences > 0,
            outcomes => outcomes.Sum(outcome => outcome.Quality!.RelevantSentences) / (double)outcomes.Sum(outcome => outcome.Quality!.CitedSentences)),
        Share(
            "declined right",
            "Dijo que los documentos no lo tienen, al menos en parte, y era así.",
            outcome => outcome.Expect is ExpectedOutcome.Abstain,
            outcome => outcome.Quality!.IsRightlyDeclined),
        Share(
            "false declines",
            "Dijo que los documentos no lo tienen, y lo tienen.",
            outcome => outcome.Expect is ExpectedOutcome.Answer,
            outcome => outcome.Quality!.IsDeclined,
            isBetterHigher: false),
    ];

    private static Measure Share(
        string name, string meaning, Func<QuestionOutcome, bool> applies, Func<QuestionOutcome, bool> holds, bool isBetterHigher = true) =>
        Measure.Share(Suite, name, meaning, outcome => outcome.Quality is not null && applies(outcome), holds, isBetterHigher);

    private static Measure Words(string name, string meaning, double share) => Measure.Over<QuestionOutcome>(
        Suite,
        name,
        meaning,
        IsAnswered,
        outcomes => Metrics.Quantile(outcomes.Select(outcome => outcome.Quality!.Words), share),
        isBetterHigher: false);

    private static bool HasAnswer(QuestionOutcome outcome) => outcome.Expect is not ExpectedOutcome.Abstain;

    // An abstention is short whatever the answers are like.
    private static bool IsAnswered(QuestionOutcome outcome) => HasAnswer(outcome) && outcome.Quality is { IsDeclined: false };

    private static bool IsGood(QuestionOutcome outcome) => outcome.Quality!.IsGood;
}
