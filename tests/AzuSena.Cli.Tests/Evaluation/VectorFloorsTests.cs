using AzuSena.Evaluation;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Squad;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Evaluation;

/// <summary>The embedded default's vectors must give what they were measured to give over words alone (docs/decisions/0004-retrieval.md), or be off.</summary>
public sealed class VectorFloorsTests
{
    [MiniLmFact(withApertium: true, "xquad-es.json")]
    public async Task RunAsync_XquadWithVectors_ReachesItsFloors() => (await RunAsync("xquad-es.json")).NdcgAt10.Should().BeGreaterThanOrEqualTo(0.971);

    [MiniLmFact(withApertium: true, "squad-es-v2-a.json")]
    public async Task RunAsync_SquadAWithVectors_ReachesItsFloors()
    {
        var report = await RunAsync("squad-es-v2-a.json");

        report.NdcgAt10.Should().BeGreaterThanOrEqualTo(0.915);
        report.RecallAt5.Should().BeGreaterThanOrEqualTo(0.96);
    }

    private static async Task<SquadReport> RunAsync(string file)
    {
        var report = await SquadEvaluation.RunAsync(
            SquadFile.Read(Repository.SharedData(file)!),
            foreign: null,
            new QuestionAlteration(),
            SearchParts.Words with { Vectors = true },
            SquadFigures.Retrieval,
            CancellationToken.None,
            ("Embedding:Provider", "onnx"),
            ("Models:Directory", MiniLmFactAttribute.Models));
        report.Embedder.Should().StartWith("onnx:");
        return report;
    }
}
