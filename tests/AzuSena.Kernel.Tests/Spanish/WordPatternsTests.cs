namespace AzuSena.Spanish;

public sealed class WordPatternsTests
{
    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal) { ["names"] = ["juan"], ["can"] = ["puede", "pueden"] };

    [Theory]
    [InlineData("me <can> decir/explicar", "me pueden explicar por favor", 3)]
    [InlineData("muchas? gracias", "Gracias", 1)]
    [InlineData("en #/cinco palabras", "en 5 palabras", 3)]
    [InlineData("mi .. pega", "mi pareja siempre me pega", 5)]
    [InlineData("soy @names", "soy Pedro Juan Pérez, aprendiz", 4)]
    [InlineData("soy @names", "soy juan de medellin", 2)]
    [InlineData("hola ;", "hola, ¿qué es?", 1)]
    [InlineData("gracias $", "gracias", 1)]
    [InlineData("quiero morir !de", "quiero morir", 2)]
    [InlineData("sabe &que", "sabe que", 1)]
    public void Match_Phrase_EndsWithIt(string pattern, string text, int end) => Match(pattern, text).Should().Be(end);

    [Theory]
    [InlineData("hola ;", "hola juan")]
    [InlineData("gracias $", "gracias por todo")]
    [InlineData("quiero morir !de", "quiero morir de risa")]
    [InlineData("mi .. pega", "mi pareja que tanto quiero me pega")]
    [InlineData("soy @names", "soy aprendiz")]
    public void Match_AnythingElse_IsNone(string pattern, string text) => Match(pattern, text).Should().Be(-1);

    [Fact]
    public void Match_OptionalWordBehindPunctuation_IsNotTaken() => Match("le cuento que?", "le cuento, que es el SENA").Should().Be(2);

    private static int Match(string pattern, string text)
    {
        var words = SaidWord.Of(text);
        return WordPattern.Read(pattern, Groups, word => word).Match(words, 0, words.Count);
    }
}
