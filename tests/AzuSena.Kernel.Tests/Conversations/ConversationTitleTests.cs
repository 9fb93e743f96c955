using AzuSena.Conversations;
using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Tests.Conversations;

public sealed class ConversationTitleTests
{
    [Theory]
    [InlineData("¿Qué es el SENA?", "¿Qué es el SENA?")]
    [InlineData("  ¿Qué   es el SENA? ", "¿Qué es el SENA?")]
    [InlineData("hola", null)]
    [InlineData("muchas gracias", null)]
    [InlineData("¿Cuáles son los requisitos para inscribirme en un programa de tecnólogo del SENA?",
        "¿Cuáles son los requisitos para inscribirme en un programa…")]
    public void Of_Question_IsItsBeginning(string question, string? title) => ConversationTitle.Of(question).Should().Be(title);

    [Property(Arbitrary = [typeof(Generators)])]
    public void Of_AnyText_IsShort(HostileText text) => (ConversationTitle.Of(text.Value + new string('ñ', 80)) ?? "").Length.Should().BeInRange(1, 60);
}
