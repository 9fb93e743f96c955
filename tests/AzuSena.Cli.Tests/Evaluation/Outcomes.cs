using AzuSena.Answers;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Results;






namespace AzuSena.Cli.Tests.Evaluation;

/// <summary>Outcomes for tests of measures and reports.</summary>
internal static class Outcomes
{
    public static QuestionOutcome Of(string id, double confidence = 0.9, ExpectedOutcome expect = ExpectedOutcome.Answer, int? rank = 1, double facts = 1,
        string kind = "fact", OutcomeDetail? detail = null) => new(
        id, kind, expect, rank, rank, confidence < 0.4, confidence, facts, IsClean: true, IsRight: expect is ExpectedOutcome.Abstain ? confidence < 0.4
            : facts >= 1, CitedRight: 1, detail);

    /// <summary>The outcome with what a reader notices; an abstention has nothing else.</summary>
    public static QuestionOutcome Read(
        string id, ExpectedOutcome expect = ExpectedOutcome.Answer, bool isDeclined = false, bool isGood = true, int words = 100, int cited = 0,
        int relevant = 0, OutcomeDetail? detail = null) => Of(id, isDeclined ? 0.1 : 0.9, expect, detail: detail) with
        {
            Quality = new AnswerQuality(
                isGood,
                words,
                cited,
                relevant,
                isDeclined ? Completeness.None : Completeness.Complete,
                isDeclined,
                isDeclined && expect is ExpectedOutcome.Abstain,
                isGood)
        };

    public static EvaluationRun Run(params IEnumerable<QuestionOutcome> outcomes) => new("prueba", "extractive", Embedder: null, 0.4, [.. outcomes]);
}
