using AzuSena.Answering.Ranking;
using AzuSena.Support;

namespace AzuSena.Answering.Premises;

public sealed class PolarAnswerTests
{
    [Theory]
    [InlineData("¿Puedo trabajar durante la etapa lectiva?", "Durante la etapa lectiva se puede trabajar.")]
    [InlineData("¿El contrato de aprendizaje da derecho a vacaciones?", "El contrato de aprendizaje da derecho a vacaciones.")]
    [InlineData("se le puede negar el ingreso a una embarazada", "No se le puede negar el ingreso a una embarazada.", false)]
    [InlineData("¿La matrícula tiene costo?", "La matrícula no tiene costo.", false)]
    public void Of_SentenceThatSaysTheQuestion_IsYesOrNo(string question, string lead, bool expected = true) => Of(question, lead).Should().Be(expected);

    [Theory]
    [InlineData("¿Cuánto dura el contrato?", "El contrato dura dos años.")]
    [InlineData("¿Puedo trabajar durante la etapa lectiva?", "Durante la etapa lectiva se puede trabajar solo los sábados.")]
    [InlineData("¿Puedo trabajar durante la etapa lectiva?", "La etapa lectiva se estudia en el centro.")]
    [InlineData("¿El contrato es laboral o civil?", "El contrato es laboral y civil.")]
    [InlineData("¿No tengo derecho a vacaciones?", "Hay derecho a vacaciones.")]
    [InlineData("contrato de aprendizaje", "El contrato de aprendizaje dura dos años.")]
    [InlineData("Fondo Emprender", "El Fondo Emprender entrega capital.")]
    public void Of_SentenceThatLeavesItOpen_IsNeither(string question, string lead) => Of(question, lead).Should().BeNull();

    private static bool? Of(string question, string lead) =>
        PolarAnswer.Of(question, QuoteRanking.Of(question, Samples.Search(question, Samples.Passage(lead)))[0]);
}
