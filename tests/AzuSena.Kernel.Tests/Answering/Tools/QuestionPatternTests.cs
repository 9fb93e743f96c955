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
    [InlineData("¿Desde cuántos trabajadores debo contratar aprendices?")]
    public void Of_AnotherQuestion_DoesNotFit(string question) => Fit(Quota, question).Score.Should().BeLessThan(0.75);

    // An interrogative that a pattern shares with it is not enough: "cuál" and "qué" ask for a value alike, "qué es" asks what a thing is.
    [Theory]
    [InlineData("¿Qué es la etapa productiva de un aprendiz?", false)]
    [InlineData("Quiero saber qué es la etapa productiva de un aprendiz", false)]
    [InlineData("¿Qué significa etapa productiva para el aprendiz?", false)]
    [InlineData("¿Cuál es la paga de un aprendiz en etapa productiva?", true)]
    [InlineData("¿Qué es lo que gana un aprendiz en etapa productiva?", true)]
    [InlineData("¿Será que es mejor paga la del aprendiz en etapa productiva?", true)]
    public void Of_WhatAThingIs_IsNotAskedForAValue(string question, bool fits) =>
        (Fit("(Cuánto|Cuál|Qué) [gana|paga] [mejor] aprendiz etapa {stage:opcion(lectiva|productiva)}", question).Score >= 0.75).Should().Be(fits);

    [Fact]
    public void Of_ValueIsMissing_NamesIt() => Fit(Quota, "¿Cuántos aprendices debo contratar según mis trabajadores?").Missing.Should().Equal("workers");

    // What is asked back must be all that is missing.
    [Theory]
    [InlineData("¿Cuántos aprendices debo tener?", true)]
    [InlineData("¿Cuántos aprendices hay en el SENA?", false)]
    public void Of_ValueIsMissing_TheOtherWordsMustBeSaid(string question, bool fits) =>
        (Fit("Cuántos aprendices (debo|tiene|contrata) [tener] [SENA] {workers:numero} trabajadores", question).Score >= 0.75).Should().Be(fits);

    [Theory]
    [InlineData("¿Qué documentos hay sobre bienestar al aprendiz?", true)]
    [InlineData("¿Qué documentos sobre el contrato debe firmar la empresa?", false)]
    public void Of_TextThatSaysWhatIsDone_IsNoTopic(string question, bool fits) =>
        (Fit("Qué documentos [hay] (sobre|de) {topic:texto}", question).Score >= 0.75).Should().Be(fits);

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
