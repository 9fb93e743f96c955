namespace AzuSena.Prompts.Budget;

public sealed class TokenEstimateTests
{
    // Counted with Mistral 7B's own vocabulary (mistral-tokenizer-js 1.0.0), the start token included.
    [Theory]
    [InlineData("El contrato de aprendizaje dura el tiempo que las partes acuerden, sin pasar de tres años.", 28)]
    [InlineData("La matrícula, los materiales y el certificado no tienen costo para el aprendiz.", 25)]
    [InlineData("SERVICIO NACIONAL DE APRENDIZAJE CONTRATACIÓN ESTATAL RÉGIMEN SANCIONATORIO", 38)]
    [InlineData("1234567890 1.500.000 $ 45%", 27)]
    [InlineData("漢字かな交じり文", 12)]
    [InlineData("xkcdqwrtpsdfghjklñzxcvbnm", 18)]
    public void Of_Text_IsNotBelowWhatMistralCounts(string text, int counted) =>
        (TokenEstimate.Of(text) + TokenEstimate.PerMessage).Should().BeGreaterThanOrEqualTo(counted);

    [Fact]
    public void Of_Nothing_IsNothing() => TokenEstimate.Of("").Should().Be(0);
}
