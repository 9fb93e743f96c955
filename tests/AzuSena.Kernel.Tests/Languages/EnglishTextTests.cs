namespace AzuSena.Languages;

public sealed class EnglishTextTests
{
    [Theory]
    [InlineData("Who founded SENA?")]
    [InlineData("How old must I be to enroll?")]
    [InlineData("I lost my student card, what should I do?")]
    public void Is_English_IsTrue(string text) => EnglishText.Is(text).Should().BeTrue();

    [Theory]
    [InlineData("¿Quién fundó el SENA?")]
    [InlineData("¿Qué es English Does Work?")]
    [InlineData("necesito el link para entrar a la app")]
    [InlineData("SENA")]
    [InlineData("Oi tudo bem, qual é a idade mínima")]
    [InlineData("")]
    [InlineData("12 de 2024")]
    public void Is_AnythingElse_IsFalse(string text) => EnglishText.Is(text).Should().BeFalse();
}
