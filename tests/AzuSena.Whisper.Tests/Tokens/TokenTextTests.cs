using System.Text;
using FsCheck.Xunit;

namespace AzuSena.Whisper.Tokens;

public sealed class TokenTextTests
{
    [Fact]
    public void Add_LetterOverTwoTokens_IsHeldBackUntilItIsWhole()
    {
        var text = new TokenText();
        var bytes = Encoding.UTF8.GetBytes("ñ");

        text.Add(bytes.AsSpan(0, 1)).Should().BeEmpty();
        text.Add(bytes.AsSpan(1)).Should().Be("ñ");
    }

    [Fact]
    public void Add_EmojiOverFourTokens_ComesWhole()
    {
        var text = new TokenText();

        string.Concat(Encoding.UTF8.GetBytes("🎓").Select(value => text.Add([value]))).Should().Be("🎓");
    }

    [Fact]
    public void Finish_LetterThatNeverCame_IsReplaced()
    {
        var text = new TokenText();

        text.Add([0xC3]).Should().BeEmpty();
        text.Finish().Should().Be("\uFFFD");
    }

    [Property(MaxTest = 200)]
    public bool Add_AnyCuts_GiveTheSameText(string? said, byte[]? cuts)
    {
        // A lone surrogate is no text; it is replaced as it is encoded.
        var bytes = Encoding.UTF8.GetBytes(said ?? "");
        var text = new TokenText();
        var result = new StringBuilder();
        var place = 0;
        foreach (var cut in cuts ?? [])
        {
            var length = Math.Min(cut % 5, bytes.Length - place);
            result.Append(text.Add(bytes.AsSpan(place, length)));
            place += length;
        }

        return result.Append(text.Add(bytes.AsSpan(place))).Append(text.Finish()).ToString() == Encoding.UTF8.GetString(bytes);
    }
}
