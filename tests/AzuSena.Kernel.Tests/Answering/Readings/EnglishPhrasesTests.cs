namespace AzuSena.Answering.Readings;

public sealed class EnglishPhrasesTests
{
    [Theory]
    [InlineData("Is it free to study?", "Is it gratis to study?")]
    [InlineData("How old must I be to enroll?", "what is the minimum age to register?")]
    [InlineData("Can I study for free?", "Can I study gratis?")]
    [InlineData("What is freedom?", "What is freedom?")]
    public void Simplify_Question_IsInWordsThatApertiumKnows(string asked, string simple) => EnglishPhrases.Simplify(asked).Should().Be(simple);
}
