using AzuSena.Feedback;

namespace AzuSena.Evaluation.Questions;

/// <summary>Makes of a rated answer a question to be confirmed: what somebody liked is put forward as right, what they did not is left for a person to fill in.</summary>
public static class FeedbackCase
{
    /// <summary>The question. Its facts are empty: only a person can say which the answer needs.</summary>
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

            // Somebody who dislikes an abstention says that there is an answer; somebody who dislikes an answer may mean either.
            isLiked && rated.Abstained ? ExpectedOutcome.Abstain : ExpectedOutcome.Answer);
    }
}
