using AzuSena.Evaluation.Results;





namespace AzuSena.Evaluation.Runs;

/// <summary>Runs a data set through the product.</summary>
public static class Evaluator
{
    /// <summary>Asks every question, one after the other, so that two runs over the same data give the same result.</summary>
    public static async Task<EvaluationRun> RunAsync(string name, EvaluationSet set, RunOptions options, CancellationToken cancellationToken)
    {
        var outcomes = new List<QuestionOutcome>();
        var notRun = new List<string>();
        var groups = (set.Foreign ?? []).Prepend((Withheld: [], set.Questions));
        string? embedder = null;
        var threshold = 0.0;
        foreach (var (withheld, questions) in groups)
        {
            await using var product = await EvaluatedProduct.CreateAsync(options, set.Paragraphs, withheld, cancellationToken);
            (embedder, threshold) = (product.Embedder, product.Threshold);
            foreach (var question in questions)
            {
                if (await product.AskAsync(question, outcomes.Count + notRun.Count, cancellationToken) is { } outcome)
                {
                    outcomes.Add(outcome);
                }
                else
                {
                    notRun.Add(question.Id);
                }
            }
        }

        var mode = outcomes.GroupBy(outcome => outcome.Detail!.Mode, StringComparer.Ordinal).MaxBy(modes => modes.Count())?.Key ?? "extractive";
        return new EvaluationRun(name, mode, embedder, threshold, outcomes, notRun.Count == 0 ? null : notRun);
    }
}
