namespace AzuSena.Questions;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("¿Qué es el sena?¿Que es sofia plus?", "¿Qué es el sena?", "¿Que es sofia plus?")]
    [InlineData("¿Qué es la bitácora y cada cuánto la entrego?", "¿Qué es la bitácora?", "¿cada cuánto la entrego? (bitácora)")]
    [InlineData("quien fundo el sena y en que año?", "¿quien fundo el sena?", "¿en que año fundo el sena?")]
    [InlineData("que es tecnoparque y puedo entrar si no soy aprendiz", "¿que es tecnoparque?", "¿puedo entrar si no soy aprendiz? (tecnoparque)")]
    [InlineData("¿Cómo busco empresa patrocinadora, qué es el SGVA?", "¿Cómo busco empresa patrocinadora?", "¿qué es el SGVA?")]
    [InlineData("Soy contador: ¿qué porcentaje se aporta al SENA y quién está exonerado?",
        "Soy contador ¿qué porcentaje se aporta al SENA?", "¿quién está exonerado? (porcentaje, SENA)")]
    [InlineData("¿Qué es el SENA? ¿Cómo me inscribo?", "¿Qué es el SENA?", "¿Cómo me inscribo? (SENA)")]
    public void Of_SeveralQuestions_AreEachCompleteInItself(string text, params string[] parts) => AskedQuestion.Of(text).Parts.Should().Equal(parts);

    [Theory]
    [InlineData("requisitos y documentos para inscribirme")]
    [InlineData("¿Cuándo y dónde me inscribo?")]
    [InlineData("¿En qué casos y con qué requisitos me pueden aplazar?")]
    [InlineData("¿Qué diferencia hay entre técnico y tecnólogo?")]
    [InlineData("¿Cómo se elige el vocero del grupo y el representante de los aprendices?")]
    [InlineData("qué pasa si llego tarde y me ponen falla")]
    [InlineData("¿Qué pasa si pierdo la prueba y puedo repetirla?")]
    public void Of_OneQuestion_IsOnePart(string text) => AskedQuestion.Of(text).Parts.Should().Equal(text);
}
