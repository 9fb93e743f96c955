using FsCheck;
using FsCheck.Xunit;

namespace AzuSena.Memory.Search;

public sealed class Bm25Tests
{
    [Theory]
    [InlineData(10, 0, 3.0910)]
    [InlineData(10, 1, 1.9924)]
    [InlineData(10, 10, 0.0465)]
    [InlineData(1, 1, 0.2877)]
    public void Idf_Counts_IsTheLogarithmOfRarity(int total, int count, double idf) => Bm25.Idf(total, count).Should().BeApproximately(idf, 0.0001);

    [Property]
    public void Idf_RarerThings_WeighMore(PositiveInt total, NonNegativeInt count)
    {
        var common = count.Get % total.Get;

        Bm25.Idf(total.Get, common).Should().BeGreaterThan(Bm25.Idf(total.Get, common + 1)).And.BePositive();
        Bm25.Idf(total.Get, common + 1).Should().BePositive();
    }

    [Theory]
    [InlineData(1, 100, 1.0)]
    [InlineData(2, 100, 1.375)]
    [InlineData(1, 50, 1.2571)]
    [InlineData(1, 200, 0.7097)]
    [InlineData(0, 100, 0.0)]
    public void Weight_FrequencyAndLength_IsTheFormula(int frequency, double length, double weight) =>
        Bm25.Weight(1, frequency, length, 100).Should().BeApproximately(weight, 0.0001);

    [Property]
    public void Weight_AnyFrequency_GrowsTowardsItsBound(PositiveInt frequency, PositiveInt length)
    {
        var weight = Bm25.Weight(2, frequency.Get, length.Get, 50);

        weight.Should().BeGreaterThan(0).And.BeLessThan(2 * (Bm25.K1 + 1));
        Bm25.Weight(2, frequency.Get + 1, length.Get, 50).Should().BeGreaterThan(weight);
        Bm25.Weight(2, frequency.Get, length.Get + 1, 50).Should().BeLessThan(weight);
    }
}
