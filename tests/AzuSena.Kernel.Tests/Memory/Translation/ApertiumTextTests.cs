using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Memory.Translation;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 500)]
public sealed class ApertiumTextTests
{
    [Theory]
    [InlineData("hola", "hola")]
    [InlineData(" a\t\n b\0c ", "a b c")]
    [InlineData("[x] ^y$ {z} <b> \\ y/o ~ * # + @", "x y z b y o")]
    [InlineData("\0[]\n", "")]
    [InlineData("", "")]
    public void Clean_Text_KeepsWhatApertiumDoesNotReadAsItsOwn(string text, string clean) => ApertiumText.Clean(text).Should().Be(clean);

    [Property]
    public void Clean_AnyText_HoldsNoCommandAndStaysWhenCleanedAgain(HostileText text)
    {
        var clean = ApertiumText.Clean(text.Value);

        clean.Should().NotContainAny("[", "]", "^", "$", "\0", "\\", "\n", "  ", "<", ">", "{", "}", "/", "@");
        ApertiumText.Clean(clean).Should().Be(clean);
    }
}
