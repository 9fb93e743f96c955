using AzuSena.Answers;

namespace AzuSena.Evaluation.Questions;

/// <summary>The comparison of an answer with the requirements of its question.</summary>
/// <param name="FactShare">Share of the required facts that it states, 0 to 1; 1 if none is required.</param>
/// <param name="Missing">The facts that it lacks, each by its first wording.</param>
/// <param name="Said">Forbidden statements that it makes.</param>
/// <param name="IsRight">
/// Whether the outcome is as expected: answered with every fact, declined, or its premise corrected; and without forbidden statements.
/// </param>
public sealed record AnswerCheck(double FactShare, IReadOnlyList<string> Missing, IReadOnlyList<string> Said, bool IsRight)
{
    /// <summary>Compares an answer with its question.</summary>
    public static AnswerCheck Of(EvaluationQuestion question, Answer answer)
    {
        // The text of an abstention states nothing; the titles of documents that it offers may contain any words.
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
