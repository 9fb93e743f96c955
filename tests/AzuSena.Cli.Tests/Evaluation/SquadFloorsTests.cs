using AzuSena.Evaluation;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Squad;
using AzuSena.Testing;

namespace AzuSena.Cli.Tests.Evaluation;

/// <summary>The retrieval recipe may not fall below what a prototype of it reached (docs/decisions/0004-retrieval.md).</summary>
public sealed class SquadFloorsTests
{
    private const string Xquad = "xquad-es.json";
    private const string SquadA = "squad-es-v2-a.json";
    private const double AccentTolerance = 0.003;

    private static readonly QuestionAlteration AsAsked = new();
    private static readonly QuestionAlteration OneTypo = new(TypoSeed: 7);
    private static readonly QuestionAlteration NoAccents = new(DropAccents: true);

    // Two tests look at it.
    private static readonly Lazy<Task<SquadReport>> XquadWithTypos = new(() => RunAsync(Xquad, OneTypo));

    [SharedDataFact(Xquad)]
    public async Task RunAsync_Xquad_ReachesItsFloors()
    {
        var report = await RunAsync(Xquad, AsAsked);

        report.NdcgAt10.Should().BeGreaterThanOrEqualTo(0.966);
        report.RecallAt5.Should().BeGreaterThanOrEqualTo(0.988);
        report.GoldIn1.Should().BeGreaterThanOrEqualTo(0.74);
        report.GoldIn3.Should().BeGreaterThanOrEqualTo(0.90);
        (await XquadWithTypos.Value).NdcgAt10.Should().BeGreaterThanOrEqualTo(0.961);
        ShouldBeClose(await RunAsync(Xquad, NoAccents), report);
    }

    [SharedDataFact(SquadA, Xquad)]
    public async Task RunAsync_SquadA_ReachesItsFloors()
    {
        var report = await RunAsync(SquadA, AsAsked, SquadFigures.All, foreign: Xquad);

        report.NdcgAt10.Should().BeGreaterThanOrEqualTo(0.904);
        report.RecallAt5.Should().BeGreaterThanOrEqualTo(0.950);
        report.GoldIn1.Should().BeGreaterThanOrEqualTo(0.65);
        report.GoldIn3.Should().BeGreaterThanOrEqualTo(0.80);
        report.Abstention.Single(figures => figures.Negatives == "foreign").Auc.Should().BeGreaterThanOrEqualTo(0.97);
        (await RunAsync(SquadA, OneTypo, SquadFigures.Retrieval)).NdcgAt10.Should().BeGreaterThanOrEqualTo(0.896);
        ShouldBeClose(await RunAsync(SquadA, NoAccents, SquadFigures.Quotes), report);
    }

    [SharedDataFact(Xquad)]
    public async Task RunAsync_SameFileTwice_GivesTheSameFigures() =>
        (await RunAsync(Xquad, OneTypo)).Should().BeEquivalentTo(await XquadWithTypos.Value, options => options.Excluding(report => report.RankingMs));

    private static void ShouldBeClose(SquadReport report, SquadReport expected)
    {
        report.NdcgAt10.Should().BeApproximately(expected.NdcgAt10, AccentTolerance);
        report.RecallAt5.Should().BeApproximately(expected.RecallAt5, AccentTolerance);
        report.GoldIn1.Should().BeApproximately(expected.GoldIn1, AccentTolerance);
        report.GoldIn3.Should().BeApproximately(expected.GoldIn3, AccentTolerance);
    }

    // What no test looks at is not measured.
    private static Task<SquadReport> RunAsync(
        string file, QuestionAlteration alteration, SquadFigures figures = SquadFigures.Quotes, string? foreign = null) => SquadEvaluation.RunAsync(
            Read(file), foreign is null ? null : Read(foreign), alteration, SearchParts.Words, figures, CancellationToken.None);

    private static SquadFile Read(string file) => SquadFile.Read(Repository.SharedData(file)!);
}
