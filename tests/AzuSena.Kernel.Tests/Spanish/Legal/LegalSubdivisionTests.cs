using AzuSena.Spanish.Legal;

namespace AzuSena.Tests.Spanish.Legal;

public sealed class LegalSubdivisionTests
{
    [Theory]
    [InlineData("¿Qué dice el parágrafo 2 del artículo 36?", "PARÁGRAFO 2o. El Gobierno reglamentará.", true)]
    [InlineData("parágrafo segundo del art. 36", "Parágrafo 2°. El Gobierno reglamentará.", true)]
    [InlineData("el parágrafo del artículo 36", "PARÁGRAFO. El Gobierno reglamentará.", true)]
    [InlineData("parágrafo 2 del artículo 36", "PARÁGRAFO 12. El Gobierno reglamentará.", false)]
    [InlineData("parágrafo 2 del artículo 36", "El parágrafo 2 no se aplica.", false)]
    [InlineData("literal b) del artículo 5", "b) Los aprendices.", true)]
    [InlineData("numeral 3 del artículo 5", "3. Las multas.", true)]
    [InlineData("numeral 3 del artículo 5", "13. Las multas.", false)]
    public void IsStartOf_Text_TellsWhetherItIsThePartAskedFor(string question, string text, bool isStart) =>
        LegalSubdivision.Asked(question)!.IsStartOf(text).Should().Be(isStart);

    [Theory]
    [InlineData("¿Qué dice el artículo 36?")]
    [InlineData("el sentido literal de la norma")]
    public void Asked_QuestionWithoutPart_IsNone(string question) => LegalSubdivision.Asked(question).Should().BeNull();
}
