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

    public static EvaluationRun Run(params IEnumerable<QuestionOutcome> outcomes) => new("prueba", "extractive", Embedder: null, 0.4, [.. outcomes]);
}
