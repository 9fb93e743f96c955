namespace AzuSena.Answering.Extraction;

public sealed class AnswerTypesTests
{
    [Theory]
    [InlineData("¿Cuándo se creó el SENA?", AnswerType.Date)]
    [InlineData("¿En qué año nació?", AnswerType.Date)]
    [InlineData("¿Cuál fecha aplica?", AnswerType.Date)]
    [InlineData("¿CUANTO dura?", AnswerType.Number)]
    [InlineData("¿Cuántas cuotas son?", AnswerType.Number)]
    [InlineData("¿Qué porcentaje paga la empresa?", AnswerType.Number)]
    [InlineData("¿Cuál es la duración?", AnswerType.Number)]
    [InlineData("¿Quién dirige el SENA?", AnswerType.Name)]
    [InlineData("¿Dónde me inscribo?", AnswerType.Name)]
    [InlineData("¿Qué ley lo creó?", AnswerType.Name)]
    [InlineData("¿Cómo se llama el portal?", AnswerType.Name)]
    [InlineData("¿Cómo me inscribo?", AnswerType.List)]
    [InlineData("¿Cuáles son los deberes del aprendiz?", AnswerType.List)]
    [InlineData("¿Cómo era Roma?", AnswerType.Any)]
    [InlineData("contrato de aprendizaje", AnswerType.Any)]
    [InlineData("", AnswerType.Any)]
    public void Expected_Question_IsReadOffItsWording(string question, AnswerType type) => AnswerTypes.Expected(question).Should().Be(type);

    [Theory]
    [InlineData(AnswerType.Number, "Son 20 cupos.", true)]
    [InlineData(AnswerType.Number, "Dura Tres meses.", true)]
    [InlineData(AnswerType.Number, "Dura poco.", false)]
    [InlineData(AnswerType.Date, "Se creó en 1957.", true)]
    [InlineData(AnswerType.Date, "Empieza en Junio.", true)]
    [InlineData(AnswerType.Date, "Son 20 cupos.", false)]
    [InlineData(AnswerType.Name, "Lo dirige Jorge.", true)]
    [InlineData(AnswerType.Name, "Lo dirige el consejo. Luego cambia.", false)]
    [InlineData(AnswerType.Name, "¿Quién sabe?", false)]
    [InlineData(AnswerType.List, "Los pasos son:\n- Entrar.\n- Elegir.", true)]
    [InlineData(AnswerType.List, "- Entrar.", false)]
    [InlineData(AnswerType.Any, "Cualquier cosa", true)]
    public void IsIn_Sentence_TellsWhetherItHoldsTheKind(AnswerType type, string sentence, bool expected) => type.IsIn(sentence).Should().Be(expected);
}
