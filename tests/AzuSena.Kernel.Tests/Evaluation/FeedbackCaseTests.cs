using AzuSena.Evaluation.Questions;
using AzuSena.Feedback;

namespace AzuSena.Evaluation;

public sealed class FeedbackCaseTests
{
    [Theory]
    [InlineData(AnswerRating.Up, false, ExpectedOutcome.Answer, 1)]
    [InlineData(AnswerRating.Up, true, ExpectedOutcome.Abstain, 1)]
    [InlineData(AnswerRating.Down, true, ExpectedOutcome.Answer, 0)]
    [InlineData(AnswerRating.Down, false, ExpectedOutcome.Answer, 0)]
    public void Of_Rating_PutsForwardWhatWasLikedAlone(AnswerRating rating, bool abstained, ExpectedOutcome expect, int documents)
    {
        var rated = new RatedAnswer(
            "7f", rating, "bien", "¿Y cuánto?", "¿Y cuánto? (contrato)", "Tres años.", "extractive", abstained, 0.8, null, ["p1"], DateTimeOffset.UnixEpoch);

        var question = FeedbackCase.Of(rated, ["contrato.md"]);

        question.Should().BeEquivalentTo(new { Id = "feedback-7f", Question = "¿Y cuánto? (contrato)", Expect = expect });
        question.Documents.Should().HaveCount(documents);
        question.Facts.Should().BeEmpty("only a person can say which the answer needs");
    }
}
