using AzuSena.Evaluation.Results;






namespace AzuSena.Cli.Tables;

/// <summary>Prints the effect of a change on each question whose outcome differs.</summary>
internal static class PromptChanges
{
    public static void Print(EvaluationRun before, EvaluationRun run)
    {
        var earlier = before.Outcomes.ToDictionary(outcome => outcome.Id, StringComparer.Ordinal);
        foreach (var now in run.Outcomes.Where(outcome => earlier.ContainsKey(outcome.Id)))
        {
            var then = earlier[now.Id];
            if (now.IsRight == then.IsRight && now.Abstained == then.Abstained && now.FactShare.Equals(then.FactShare))
            {
                continue;
            }

            Console.WriteLine($"{now.Id} ({now.Kind}): {Taken(then)} → {Taken(now)}");
            Console.WriteLine($"  ¿? {now.Detail?.Question}");
            Console.WriteLine($"  -  {Line(then)}");
            Console.WriteLine($"  +  {Line(now)}");
        }
    }

    private static string Taken(QuestionOutcome outcome) =>
        outcome.IsRight ? "bien" : !outcome.IsClean ? "dice lo que no debe" : outcome.Abstained ? "declina" : $"{outcome.FactShare:P0} de los datos";

    private static string Line(QuestionOutcome outcome) => outcome.Detail?.Answer.ReplaceLineEndings(" ") ?? "";
}
