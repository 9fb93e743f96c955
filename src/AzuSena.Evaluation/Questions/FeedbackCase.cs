using AzuSena.Feedback;

namespace AzuSena.Evaluation.Questions;

/// <summary>
/// Turns a rated answer into an evaluation question to be confirmed: a liked answer is proposed as right, a disliked one is left to be filled in by hand.
/// </summary>
public static class FeedbackCase
{
    /// <summary>Creates the question. Its facts are empty: they must be chosen by hand.</summary>
    /// <param name="rated">The rated answer.</param>
    /// <param name="documents">The documents that it cites.</param>
    public static EvaluationQuestion Of(RatedAnswer rated, IReadOnlyList<string> documents)
    {
        var isLiked = rated.Rating is AnswerRating.Up;
        return new EvaluationQuestion(
            $"feedback-{rated.QuestionId}",
            isLiked ? "feedback_up" : "feedback_down",
            rated.StandaloneQuestion,
            History: [],
            isLiked ? documents : [],
            Facts: [],
            MustNot: [],

            // A disliked abstention means that there is an answer; a disliked answer may mean either.
            isLiked && rated.Abstained ? ExpectedOutcome.Abstain : ExpectedOutcome.Answer);
    }
}
