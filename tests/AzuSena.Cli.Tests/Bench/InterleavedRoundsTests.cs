using AzuSena.Cli.Bench;

namespace AzuSena.Cli.Tests.Bench;

public sealed class InterleavedRoundsTests
{
    private readonly List<string> _turns = [];

    [Fact]
    public void Run_SidesOfKnownPace_GivesPacesAndTheirRatio()
    {
        var rounds = InterleavedRounds.Run(5, TimeSpan.FromSeconds(1), Side("own", secondsForUnit: 0.01), Side("peer", secondsForUnit: 0.02));

        rounds.Own.Should().BeApproximately(100, 1e-6);
        rounds.Peer.Should().BeApproximately(50, 1e-6);
        rounds.Ratios.Median.Should().BeApproximately(2, 1e-9);
    }

    [Fact]
    public void Run_NoiseOverARoundOfBoth_LeavesTheRatioAlone()
    {
        var load = 1.0;
        double Noisy(int first, int count) => (load *= 1.0001) * count * 0.001;

        var ratios = InterleavedRounds.Run(9, TimeSpan.FromSeconds(0.1), Noisy, Noisy).Ratios;

        ratios.LowerQuartile.Should().BeApproximately(1, 0.001);
        ratios.UpperQuartile.Should().BeApproximately(1, 0.001);
    }

    [Fact]
    public void Run_AlwaysTheSameWork_InTurnsThatChangeTheFirst()
    {
        InterleavedRounds.Run(2, TimeSpan.FromSeconds(1), Side("own", secondsForUnit: 0.3), Side("peer", secondsForUnit: 0.5));

        // The slower side fits two units into a turn.
        _turns.TakeLast(4).Should().Equal("own 0+2", "peer 0+2", "peer 2+2", "own 2+2");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.875, 4.5)]
    [InlineData(1, 5)]
    public void Quantile_BetweenValues_IsInterpolated(double share, double expected) =>
        InterleavedRounds.Quantile([5, 3, 1, 4, 2], share).Should().Be(expected);

    private Func<int, int, double> Side(string name, double secondsForUnit) => (first, count) =>
    {
        _turns.Add($"{name} {first}+{count}");
        return count * secondsForUnit;
    };
}
