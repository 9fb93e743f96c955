using AzuSena.Evaluation;






namespace AzuSena.Cli.Tests.Evaluation;

public sealed class MetricsTests
{
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(3, 0.5)]
    [InlineData(null, 0.0)]
    public void Ndcg_Rank_IsDiscountedByItsLogarithm(int? rank, double expected) => Metrics.Ndcg(rank).Should().BeApproximately(expected, 1e-12);

    [Fact]
    public void Auc_Separated_IsOne() => Metrics.Auc([0.8, 0.9], [0.1, 0.2, 0.3]).Should().Be(1);

    [Fact]
    public void Auc_Ties_CountHalf() => Metrics.Auc([0.5, 0.5], [0.5]).Should().Be(0.5);

    [Fact]
    public void Auc_Mixed_IsTheShareOfPairsInOrder() => Metrics.Auc([0.2, 0.6, 0.9], [0.1, 0.7]).Should().BeApproximately(4 / 6.0, 1e-12);
}
