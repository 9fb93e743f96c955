using AzuSena.Answering.Tools.Patterns;
using AzuSena.Answering.Tools.Slots;

namespace AzuSena.Answering.Tools;

public sealed class QuestionPatternTests
{
    private const string Quota = "¿Cuántos aprendices (debo|toca) [contratar] [empresa] {workers:numero} (trabajadores|empleados)?";

    [Theory]
    [InlineData("¿Cuántos aprendices debo contratar con 80 trabajadores?", "", "80")]
    [InlineData("cuantos aprendizes toca contratar con ochenta empleados", "", "80")]
    [InlineData("¿Cuántos aprendices toca contratar?", "Tengo 2 bodegas y 80 empleados", "80")]
    [InlineData("¿Cuántos aprendices debo contratar con 1.200 trabajadores?", "", "1200")]
    public void Of_AskedInOtherWords_FitsWithItsValue(string question, string story, string workers)
    {
        var fit = Fit(Quota, question, story);

        fit.Score.Should().BeGreaterThanOrEqualTo(0.75);
        fit.Values["workers"].Argument.Should().Be(workers);
    }

    [Theory]
    [InlineData("¿Quién vigila a los aprendices de una empresa con 80 trabajadores?")]
    [InlineData("¿Qué multa ponen si no hay aprendices y somos 80 trabajadores?")]
    [InlineData("¿Cuántos baños debe tener una empresa con 80 trabajadores?")]
    [InlineData("¿Qué es un aprendiz?")]
    public void Of_AnotherQuestion_DoesNotFit(string question) => Fit(Quota, question).Score.Should().BeLessThan(0.75);

    [Fact]
    public void Of_ValueIsMissing_NamesIt() => Fit(Quota, "¿Cuántos aprendices debo contratar según mis trabajadores?").Missing.Should().Equal("workers");

    [Theory]
    [InlineData("cuesta {price:dinero}", "¿cuesta $1.500.000?", "1500000", "$1.500.000")]
    [InlineData("cuesta {price:dinero}", "¿cuesta dos millones de pesos?", "2000000", "$2.000.000")]
    [InlineData("sube {share:porcentaje}", "¿sube el 7,5 %?", "7.5", "7,5 %")]
    [InlineData("etapa {stage:opcion(lectiva|productiva)}", "la etapa productiva", "productiva", "productiva")]
    [InlineData("documentos (sobre|de) {topic:texto}", "documentos sobre bienestar al aprendiz", "bienestar al aprendiz", "bienestar al aprendiz")]
    public void Of_EachKindOfSlot_IsRead(string pattern, string question, string argument, string shown) =>
        Fit(pattern, question).Values.Values.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Argument = argument, Shown = shown });

    [Theory]
    [InlineData("{fecha}")]
    [InlineData("festivo {fecha")]
    [InlineData("festivo {date:dia}")]
    [InlineData("festivo {a:fecha} {a:fecha}")]
    [InlineData("etapa {stage:opcion}")]
    [InlineData("festivo (hoy")]
    public void Parse_NoPattern_IsRefused(string text) => FluentActions.Invoking(() => QuestionPattern.Parse(text)).Should().Throw<FormatException>();

    private static PatternFit Fit(string pattern, string question, string story = "") =>
        PatternMatch.Of(QuestionPattern.Parse(pattern), ToolQuestion.Of(question, story, [new NumberSlots()]), cited: "");
}
