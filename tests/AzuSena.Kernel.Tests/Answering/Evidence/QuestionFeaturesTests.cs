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

    [Theory]
    [InlineData("¿Qué hace la Cámara de Comercio?", "cam comerci")]
    [InlineData("¿Quién fue Jorge Eliécer Gaitán y qué hizo en la Universidad Nacional?", "jorg eliec gait", "univers nacional")]
    [InlineData("¿Es lo mismo el SENA que SENNOVA?", "sen", "sennov")]
    [InlineData("¿Qué es el Fondo Emprender?", "fond emprend")]
    [InlineData("Perdí el carné. Tengo miedo. ¿Cuánto cuesta?")]
    [InlineData("¿Cuánto dura?")]
    [InlineData("")]
    public void FullNames_Question_AreItsRunsOfCapitalisedWords(string question, params string[] names) =>
        QuestionFeatures.FullNames(question).ConvertAll(name => string.Join(' ', name)).Should().Equal(names);

    [Fact]
    public void FullNames_WordsOfOtherWordsBetween_AreSeveralNames() =>
        QuestionFeatures.FullNames("¿Qué pide Betowa para Bogotá?").Should().HaveCount(2);

    [Theory]
    [InlineData("¿Qué dice la Ley 1010 de 2006?", "2006")]
    [InlineData("¿Qué cambió entre 1994 y 2024?", "1994", "2024")]
    [InlineData("¿Con 38 empleados cuántos aprendices?")]
    public void Years_Question_AreItsNumbersOfThisAndTheLastCentury(string question, params string[] years) =>
        QuestionFeatures.Years(question).Should().BeEquivalentTo(years);
}
