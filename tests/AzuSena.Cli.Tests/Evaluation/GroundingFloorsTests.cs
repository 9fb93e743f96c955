using AzuSena.Evaluation.Grounding;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Squad;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Evaluation;

/// <summary>Grounding may not fall below its targets on the articles that it was not made on (docs/decisions/0017-grounding.md).</summary>
public sealed class GroundingFloorsTests
{
    private const string SquadA = "squad-es-v2-a.json";

    [SharedDataFact(SquadA)]
    public async Task RunAsync_SquadA_ReachesItsFloors()
    {
        var judged = await GroundingEvaluation.RunAsync(
            SquadFile.Read(Repository.SharedData(SquadA)!), GroundingSuite.Seed, maxParagraphs: null, CancellationToken.None);

        var rows = judged.Figures(heldOut: true).ToDictionary(row => row.Label, row => row.Right);
        rows[SentenceLabel.Verbatim].Should().BeGreaterThanOrEqualTo(0.99);
        rows[SentenceLabel.Restated].Should().BeGreaterThanOrEqualTo(0.93);
        rows[SentenceLabel.Number].Should().BeGreaterThanOrEqualTo(0.97);
        rows[SentenceLabel.Date].Should().BeGreaterThanOrEqualTo(0.97);
        rows[SentenceLabel.Name].Should().BeGreaterThanOrEqualTo(0.97);
        rows[SentenceLabel.ForeignSameArticle].Should().BeGreaterThanOrEqualTo(0.95);
        rows[SentenceLabel.ForeignArticle].Should().BeGreaterThanOrEqualTo(0.95);
        judged.Outcomes.Count(outcome => outcome.Label is SentenceLabel.Verbatim or SentenceLabel.Restated).Should().BeGreaterThan(1_000);
    }
}
