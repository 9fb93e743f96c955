using AzuSena.Answers;

namespace AzuSena.Evaluation.Questions;

/// <summary>What an answer has of what was needed.</summary>
/// <param name="FactShare">Share of the needed facts that it says, 0 to 1; 1 where none is needed.</param>
/// <param name="Missing">The facts that it lacks, each by its first wording.</param>
/// <param name="Said">What it says though it must not.</param>
/// <param name="IsRight">Whether the question was taken as it should be: answered with every fact, declined, or its premise corrected; and nothing said that must not be.</param>
public sealed record AnswerCheck(double FactShare, IReadOnlyList<string> Missing, IReadOnlyList<string> Said, bool IsRight)
{
    /// <summary>Holds an answer against its question.</summary>
    public static AnswerCheck Of(EvaluationQuestion question, Answer answer)
    {
        // What it says when it declines is no statement; titles of documents that it offers may hold any words.
        var text = answer.Abstained ? "" : WordLine.Of(answer.Response);
        var said = question.MustNot.Where(phrase => WordLine.Holds(text, phrase)).ToArray();
        var missing = question.Facts.Where(fact => !fact.Any(wording => WordLine.Holds(text, wording))).Select(fact => fact[0]).ToArray();
        var share = answer.Abstained ? 0 : question.Facts.Count == 0 ? 1 : 1 - ((double)missing.Length / question.Facts.Count);
        var isTaken = question.Expect switch
        {
            ExpectedOutcome.Answer => share >= 1,
            ExpectedOutcome.Abstain => answer.Abstained,
            _ => answer.Abstained || share >= 1,
        };
        return new AnswerCheck(share, missing, said, isTaken && said.Length == 0);
    }
}
