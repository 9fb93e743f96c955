namespace AzuSena.Memory.Search;

public sealed class CandidateTermsTests
{
    [Fact]
    public void Choose_SmallStore_AreAllKnownTermsRarestFirst() =>
        Choose(("comun", 900), ("raro", 2), ("medio", 40), ("nuevo", 0)).Should().Equal("raro", "medio", "comun");

    [Fact]
    public void Choose_BigStore_LeavesOutWhatWouldCostMoreThanItTells() =>
        Choose(("comun", 60_000), ("raro", 2), ("otro", 500), ("medio", 4000), ("frecuente", 20_000)).Should().Equal("raro", "otro", "medio");

    [Fact]
    public void Choose_OnlyCommonTerms_KeepsThreeOfThem() =>
        Choose(("a", 60_000), ("b", 50_000), ("c", 70_000), ("d", 80_000)).Should().Equal("b", "a", "c");

    [Theory]
    [InlineData(9_997, 4)]
    [InlineData(9_998, 3)]
    public void Choose_MoreThanThreeTerms_HaveTenThousandPassagesAtMost(int last, int expected) =>
        Choose(("a", 1), ("b", 1), ("c", 1), ("d", last)).Should().HaveCount(expected);

    [Fact]
    public void Choose_NoKnownTerm_IsEmpty() => Choose(("nuevo", 0)).Should().BeEmpty();

    private static List<string> Choose(params (string Stem, int Frequency)[] terms) => CandidateTerms.Choose(
        terms.Select(term => term.Stem),
        terms.Where(term => term.Frequency > 0).ToDictionary(term => term.Stem, term => term.Frequency));
}
