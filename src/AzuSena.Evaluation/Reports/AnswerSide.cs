using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;

namespace AzuSena.Evaluation.Reports;

/// <summary>An answer as it is shown, and whether it is good.</summary>
/// <param name="Name">Its run.</param>
/// <param name="Text">Its text, with its citation marks.</param>
/// <param name="Words">How many words are read.</param>
/// <param name="IsGood">Whether it is good; what an older run kept cannot tell, and its being right counts.</param>
/// <param name="Verdict">Good, or why not, in Spanish.</param>
internal sealed record AnswerSide(string Name, string Text, int Words, bool IsGood, string Verdict)
{
    /// <summary>The answer of an outcome that has its details.</summary>
    public static AnswerSide Of(string name, QuestionOutcome outcome)
    {
        var text = outcome.Detail!.Answer;
        var words = outcome.Quality?.Words ?? AnswerText.Words(AnswerText.Plain(text));
        var isGood = outcome.Quality?.IsGood ?? outcome.IsRight;
        return new AnswerSide(name, text, words, isGood, isGood ? "buena" : string.Join("; ", Reasons(outcome, words)));
    }

    private static IEnumerable<string> Reasons(QuestionOutcome outcome, int words)
    {
        if (!outcome.IsClean)
        {
            yield return "dice lo que no debe";
        }

        if (outcome.Expect is ExpectedOutcome.Abstain)
        {
            if (!(outcome.Quality?.IsRightlyDeclined ?? outcome.Abstained) && outcome.IsClean)
            {
                yield return "debía declinar";
            }

            yield break;
        }

        if (outcome.Quality?.IsDeclined ?? outcome.Abstained)
        {
            yield return "declinó";
            yield break;
        }

        if (outcome.Quality is { Leads: false })
        {
            yield return "no empieza por lo preguntado";
        }

        if (outcome.FactShare < 1)
        {
            yield return "le faltan datos";
        }

        if (words > AnswerCheck.MostWords)
        {
            yield return "es larga";
        }
    }
}
