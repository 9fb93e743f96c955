using AzuSena.Answering.Ranking;
using AzuSena.Support;

namespace AzuSena.Answering.Extraction;

public sealed class MissingKindTests
{
    [Theory]
    [InlineData("¿Cuántos aprendices tiene la empresa?", "La empresa contrata aprendices según su planta.", true)]
    [InlineData("¿Cuántos aprendices tiene la empresa?", "La empresa tiene tres aprendices.", false)]
    [InlineData("¿Cuántos obreros hay por aprendiz?", "Hay un aprendiz por cada 40 trabajadores.", false)]
    [InlineData("¿Cuánto dura el contrato?", "El contrato se firma con la empresa.", true)]
    [InlineData("¿Cuánto dura el contrato?", "El contrato se firma. El contrato va hasta tres años.", false)]
    [InlineData("¿Cuánto cuesta el curso?", "El curso es gratuito.", false)]
    [InlineData("¿Hasta cuándo dura el contrato?", "El contrato va hasta el 15 de marzo.", false)]
    [InlineData("¿Cuándo abre la biblioteca?", "La biblioteca abre de lunes a viernes.", false)]
    [InlineData("¿Qué es el contrato?", "El contrato se firma con la empresa.", false)]
    public void In_Quotes_TellsWhetherTheThingAskedIsThere(string question, string text, bool isMissing) =>
        MissingKind.In(new AskedPart(question, 0.9, IsAnswered: true, QuoteRanking.Of(question, Samples.Search(question, Samples.Passage(text)))))
            .Should().Be(isMissing);

    [Fact]
    public void In_NoQuotes_IsFalse() => MissingKind.In(new AskedPart("¿Cuánto dura?", 0.9, IsAnswered: true, [])).Should().BeFalse();
}
