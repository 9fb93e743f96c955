namespace AzuSena.Answering.Evidence;

public sealed class QuestionFeaturesTests
{
    [Fact]
    public void Coverage_SeveralPassages_IsThatOfTheBest() =>
        QuestionFeatures.Coverage(["a", "b"], [new HashSet<string> { "c" }, ["a", "b"], ["b"]]).Should().Be(1);

    [Fact]
    public void Coverage_OneWantedItem_IsAllOrNothing()
    {
        QuestionFeatures.Coverage(["a"], [new HashSet<string> { "a" }]).Should().Be(1);
        QuestionFeatures.Coverage(["a"], [new HashSet<string> { "b" }]).Should().Be(0);
    }

    [Fact]
    public void Coverage_NothingWanted_IsZero() => QuestionFeatures.Coverage([], [new HashSet<string> { "a" }]).Should().Be(0);

    [Fact]
    public void Pairs_Stems_AreAdjacent() => QuestionFeatures.Pairs(["a", "b", "c"]).Should().BeEquivalentTo([("a", "b"), ("b", "c")]);

    [Fact]
    public void Grams_Stems_IncludeTheSpacesAround() => QuestionFeatures.Grams(["sol", "y"]).Should().BeEquivalentTo(" sol", "sol ", "ol y", "l y ");

    [Fact]
    public void Grams_NoStems_AreNone() => QuestionFeatures.Grams([]).Should().BeEmpty();

    [Fact]
    public void Numbers_Question_AreItsWordsThatStartWithADigit() =>
        QuestionFeatures.Numbers("¿La Ley 1010 da 3 días o b2?").Should().BeEquivalentTo("1010", "3");
}
