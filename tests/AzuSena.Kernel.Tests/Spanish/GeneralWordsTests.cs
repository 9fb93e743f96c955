namespace AzuSena.Spanish;

public sealed class GeneralWordsTests
{
    [Theory]
    [InlineData("dijeron")]
    [InlineData("ahora")]
    [InlineData("quiere")]
    [InlineData("tengo")]
    [InlineData("cosa")]
    public void Contains_WordOfAnyConversation_IsTrue(string word) => GeneralWords.Contains(word).Should().BeTrue();

    [Theory]
    [InlineData("contrato")]
    [InlineData("sena")]
    [InlineData("matricula")]
    [InlineData("deberes")]
    [InlineData("salario")]
    [InlineData("decir:")]
    [InlineData("")]
    public void Contains_WordWithASubject_IsFalse(string word) => GeneralWords.Contains(word).Should().BeFalse();

    [Fact]
    public void Contains_WordsOfTheFile_AreFolded()
    {
        foreach (var line in NamedLines.Read(typeof(GeneralWords), "general-words.txt"))
        {
            line.Value.Split(' ').Should().OnlyContain(word => SpanishAnalyzer.Fold(word) == word, "of the group {0}", line.Name);
        }
    }
}
