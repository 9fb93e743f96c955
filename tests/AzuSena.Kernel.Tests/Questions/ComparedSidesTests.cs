namespace AzuSena.Questions;

public sealed class ComparedSidesTests
{
    [Theory]
    [InlineData("¿En qué se diferencian un técnico y un tecnólogo del SENA?", "un técnico", "un tecnólogo del SENA")]
    [InlineData("¿Qué diferencia hay entre la modalidad virtual y la modalidad a distancia?", "la modalidad virtual", "la modalidad a distancia")]
    [InlineData("diferencia entre tecnico laboral y tecnico profesional", "tecnico laboral", "tecnico profesional")]
    [InlineData("¿Es lo mismo la formación titulada que los cursos cortos?", "la formación titulada", "los cursos cortos")]
    [InlineData("¿En qué se diferencia Tecnoparque de la Tecnoacademia?", "Tecnoparque", "la Tecnoacademia")]
    [InlineData("¿La falta académica y la disciplinaria son lo mismo?", "La falta académica", "la disciplinaria")]
    [InlineData("los objetivos y las funciones del SENA son lo mismo?", "los objetivos", "las funciones del SENA")]
    [InlineData("¿Qué es mejor para una empresa, contratar los aprendices o pagar la monetización?", "contratar los aprendices", "pagar la monetización")]
    [InlineData("¿Cuál es la diferencia entre una queja y un reclamo?", "una queja", "un reclamo")]
    public void Of_Comparison_GivesBothSides(string question, string first, string second) =>
        ComparedSides.Of(question).Should().Be(new ComparedSides(first, second));

    [Theory]
    [InlineData("¿Qué es el SENA?")]
    [InlineData("¿Cuánto dura el contrato entre la empresa y el aprendiz?")]
    [InlineData("¿Qué diferencias hay?")]
    [InlineData("")]
    public void Of_AnotherQuestion_IsNull(string question) => ComparedSides.Of(question).Should().BeNull();

    [Fact]
    public void Of_VeryLongQuestion_EndsInTime() =>
        ComparedSides.Of("¿Qué diferencia hay entre " + string.Concat(Enumerable.Repeat("a y b o c que ", 140)) + "?").Should().BeNull();
}
