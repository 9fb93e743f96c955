using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Spanish;

public sealed class SpanishSoundTests
{
    [Theory]
    [InlineData("kien", "quien")]
    [InlineData("aser", "hacer")]
    [InlineData("ijo", "hijo")]
    [InlineData("cena", "sena")]
    [InlineData("sertificado", "certificado")]
    [InlineData("coriijo", "corrijo")]
    [InlineData("nonbre", "nombre")]
    [InlineData("varco", "barco")]
    [InlineData("yamar", "llamar")]
    [InlineData("jente", "gente")]
    [InlineData("esamen", "examen")]
    [InlineData("soi", "soy")]
    public void Of_SpelledAsItSounds_IsTheSame(string written, string meant) => SpanishSound.Of(written).Should().Be(SpanishSound.Of(meant));

    [Theory]
    [InlineData("casa", "gasa")]
    [InlineData("pero", "peso")]
    [InlineData("chico", "cico")]
    [InlineData("gato", "jato")]
    [InlineData("año", "ano1")]
    public void Of_AnotherWord_IsAnother(string one, string other) => SpanishSound.Of(one).Should().NotBe(SpanishSound.Of(other));

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public void Of_AnyWord_IsNoLongerThanIt(ShortWord word) => SpanishSound.Of(word.Value).Length.Should().BeLessThanOrEqualTo(word.Value.Length);
}
