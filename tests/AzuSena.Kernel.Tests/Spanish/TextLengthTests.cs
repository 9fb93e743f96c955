namespace AzuSena.Spanish;

public sealed class TextLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("año", 3)]
    [InlineData("an\u0303o", 3)]
    [InlineData("😀", 1)]
    [InlineData("👩‍👩‍👧‍👦", 1)]
    [InlineData("🇨🇴🇨🇴", 2)]
    [InlineData("👍🏽!", 2)]
    [InlineData("a\r\nb", 3)]
    public void Characters_Text_AreCountedAsPeopleDo(string text, int count) => TextLength.Characters(text).Should().Be(count);

    [Theory]
    [InlineData("aaaa", 4, true)]
    [InlineData("aaaaa", 4, false)]
    [InlineData("😀😀😀😀", 4, true)]
    [InlineData("👩‍👩‍👧‍👦", 4, false)]
    public void IsWithin_Characters_AreBoundedAndSoAreBytes(string text, int characters, bool isWithin) =>
        TextLength.IsWithin(text, characters).Should().Be(isWithin);

    [Fact]
    public void IsWithin_OneCharacterOfAMegabyte_IsNot() => TextLength.IsWithin("a" + new string('\u0301', 1 << 20), 4000).Should().BeFalse();
}
