
namespace AzuSena.Passages;

public sealed class PassageIdTests
{
    [Fact]
    public void Of_SamePlaceAndText_IsTheSameOnEveryMachine() =>
        PassageId.Of("a/b.md", 3, "El texto.").Should().Be(PassageId.Of("a/b.md", 3, "El texto.")).And.MatchRegex("^[0-9a-f]{20}$");

    [Fact]
    public void Of_OtherPathPositionOrText_IsAnother() =>
        new[] { PassageId.Of("a.md", 1, "x"), PassageId.Of("b.md", 1, "x"), PassageId.Of("a.md", 2, "x"),
            PassageId.Of("a.md", 1, "y") }.Should().OnlyHaveUniqueItems();
}
