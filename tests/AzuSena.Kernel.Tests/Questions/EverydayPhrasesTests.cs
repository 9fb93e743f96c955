namespace AzuSena.Questions;

public sealed class EverydayPhrasesTests
{
    [Theory]
    [InlineData("Parce, ¿si falto tres días me echan?", "Parce, ¿si falto tres días me cancelan la matrícula por deserción?")]
    [InlineData("¿me dan algún CARTÓN por eso?", "¿me dan algún certificado por eso?")]
    [InlineData("¿Y si estudio desde mi casa, por la noche?", "¿Y si estudio modalidad virtual, jornada nocturna?")]
    [InlineData("se me olvido la clave", "contraseña")]
    [InlineData("no tenemos plata para pagar cursos", "gratuita cursos")]
    public void Restate_WhatPeopleSay_IsPutInTheWordsOfDocuments(string said, string written) => EverydayPhrases.Restate(said).Should().Be(written);

    [Theory]
    [InlineData("¿Qué es el contrato de aprendizaje?")]
    [InlineData("¿Cuánto dura un técnico?")]
    [InlineData("")]
    [InlineData("¿?")]
    public void Restate_NothingOfTheKind_IsTheSameText(string text) => EverydayPhrases.Restate(text).Should().BeSameAs(text);

    [Fact]
    public void Restate_PartOfAWord_IsLeftAlone() => EverydayPhrases.Restate("los cartones y las prácticas").Should().Be("los cartones y etapa productiva");
}
