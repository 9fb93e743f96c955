using System.Text;
using AzuSena.Errors;
using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Answers;

public sealed class QuestionTests
{
    [Theory]
    [InlineData(null, "*está vacía*")]
    [InlineData("", "*está vacía*")]
    [InlineData(" \t\r\n\u00A0", "*está vacía*")]
    [InlineData("¿?", "*no contiene palabras*")]
    [InlineData("... --- !!!", "*no contiene palabras*")]
    [InlineData("😀", "*no contiene palabras*")]
    [InlineData("\u0001\u0002", "*no contiene palabras*")]
    public void Create_NothingToAnswer_IsRefused(string? text, string message) =>
        AssertRefused(() => Question.Create(text), ErrorCode.QuestionInvalid, message);

    [Fact]
    public void Create_LoneSurrogate_IsRefused()
    {
        foreach (var text in new[] { "hola \uD800", "hola \uDC00 sena", "\uD800\uD800\uDC00 hola" })
        {
            AssertRefused(() => Question.Create(text), ErrorCode.QuestionInvalid, "*no son texto válido*");
        }
    }

    [Fact]
    public void Create_ByteSwappedMark_IsRefused() =>
        AssertRefused(() => Question.Create("hola \uFFFE sena"), ErrorCode.QuestionInvalid, "*no son texto válido*");

    [Fact]
    public void Create_TooLong_NamesLengthAndLimit() =>
        AssertRefused(() => Question.Create(new string('a', 4001)), ErrorCode.QuestionInvalid, "La pregunta tiene 4001 caracteres; el máximo es 4000.");

    [Fact]
    public void Create_Emoji_CountAsPeopleCount()
    {
        Question.Create("hola " + string.Concat(Enumerable.Repeat("😀", 3990))).Text.Should().EndWith("😀");
        AssertRefused(
            () => Question.Create("hola " + string.Concat(Enumerable.Repeat("😀", 4000))),
            ErrorCode.QuestionInvalid,
            "La pregunta tiene 4005 caracteres; el máximo es 4000.");
        AssertRefused(
            () => Question.Create("hola " + new string('\u0301', 1 << 20)),
            ErrorCode.QuestionInvalid,
            "La pregunta ocupa 2097157 bytes; el máximo es 16000.*");
    }

    [Fact]
    public void Create_LongestQuestion_IsAccepted() => Question.Create(new string('a', 4000)).Text.Should().HaveLength(4000);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(21)]
    [InlineData(int.MaxValue)]
    public void Create_TooFewOrManyPassages_IsRefused(int max) =>
        AssertRefused(() => Question.Create("hola", max), ErrorCode.RequestInvalid, "max_docs*entre 1 y 20.");

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(null)]
    public void Create_PassagesWithinTheLimits_AreKept(int? max) => Question.Create("hola", max).MaxPassages.Should().Be(max);

    [Fact]
    public void Restated_OtherWords_KeepsTheRest() =>
        Question.Create("¿y cuánto dura?", 3, "c-1", "dueño").Restated("¿Cuánto dura el contrato?")
            .Should().BeEquivalentTo(new { Text = "¿Cuánto dura el contrato?", MaxPassages = 3, ConversationId = "c-1", Owner = "dueño" });

    [Fact]
    public void Create_LongConversationId_IsRefused()
    {
        AssertRefused(() => Question.Create("hola", conversationId: new string('a', 65)), ErrorCode.RequestInvalid, "*solicitud no es válida*");
        Question.Create("hola", conversationId: new string('a', 64)).ConversationId.Should().HaveLength(64);
    }

    [Theory]
    [InlineData("  ¿Qué es el SENA? \n", "¿Qué es el SENA?")]
    [InlineData("Que\u0301 es", "Qué es")]
    [InlineData("uno\u0000dos\u001B[31m", "unodos[31m")]
    [InlineData("uno\ndos\ttres\u2028cuatro\u00A0cinco", "uno dos tres cuatro cinco")]
    [InlineData("inscripcio\u0001\u0301n", "inscripción")]
    [InlineData("hola 😀", "hola 😀")]
    public void Create_Text_IsCleaned(string text, string clean) => Question.Create(text).Text.Should().Be(clean);

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public void Create_AnyText_IsCleanOrRefused(HostileText text)
    {
        try
        {
            var clean = Question.Create(text.Value).Text;

            clean.Should().NotBeEmpty();
            clean.Trim().Should().Be(clean);
            clean.IsNormalized(NormalizationForm.FormC).Should().BeTrue();
            clean.Any(char.IsControl).Should().BeFalse();
            Question.Create(clean).Text.Should().Be(clean);
        }
        catch (AzuSenaException exception)
        {
            exception.Code.Should().Be(ErrorCode.QuestionInvalid);
        }
    }

    private static void AssertRefused(Action create, ErrorCode code, string message) =>
        create.Should().Throw<AzuSenaException>().WithMessage(message).Which.Code.Should().Be(code);
}
