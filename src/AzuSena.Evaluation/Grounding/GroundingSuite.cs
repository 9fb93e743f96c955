using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Squad;






namespace AzuSena.Evaluation.Grounding;

/// <summary>The suite <c>grounding</c> of a run: a sample of labelled sentences, so that a run stays quick.</summary>
public static class GroundingSuite
{
    /// <summary>The default seed of the alterations.</summary>
    public const int Seed = 1;

    // About 1,400 sentences.
    private const int Paragraphs = 60;

    /// <summary>Adds the sentences to a run, or the reason why there are none.</summary>
    public static async Task<EvaluationRun> AddAsync(EvaluationRun run, string file, CancellationToken cancellationToken) => File.Exists(file)
        ? run with { Sentences = (await GroundingEvaluation.RunAsync(SquadFile.ReadChecked(file), Seed, Paragraphs, cancellationToken)).Outcomes }
        : run.Without("grounding", $"no está {file}, de donde se hacen las frases.");
}
