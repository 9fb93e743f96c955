namespace AzuSena.Spanish;

public sealed class WordFamiliesTests
{
    [Theory]
    [InlineData("¿Quién elige?", "la elección")]
    [InlineData("inscribirme", "inscripciones")]
    [InlineData("la plata", "el dinero")]
    [InlineData("un camello", "un trabajo")]
    [InlineData("el cartón", "los títulos")]
    [InlineData("es gratis", "la gratuidad")]
    public void Stem_WordsOfOneFamily_AreOneTerm(string one, string other) => SpanishAnalyzer.Stem(one).Should().Equal(SpanishAnalyzer.Stem(other));

    [Theory]
    [InlineData("cancelar la matrícula", "pagar la matrícula")]
    [InlineData("la queja", "el reclamo")]
    public void Stem_WordsThatDocumentsTellApart_StayTwo(string one, string other) => SpanishAnalyzer.Stem(one).Should().NotEqual(SpanishAnalyzer.Stem(other));

    [Theory]
    [InlineData("kien")]
    [InlineData("aser")]
    [InlineData("komo")]
    public void SoundsLikeStopWord_MisspelledStopWord_IsTrue(string word) => SpanishAnalyzer.SoundsLikeStopWord(word).Should().BeTrue();

    [Fact]
    public void SoundsLikeStopWord_WordOfItsOwn_IsFalse() => SpanishAnalyzer.SoundsLikeStopWord("contrato").Should().BeFalse();
}
