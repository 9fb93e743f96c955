using System.Text.RegularExpressions;

namespace AzuSena.Whisper.Tokens;

public sealed class PieceWordsTests
{
    // GPT-2's own pattern, which backtracks.
    private static readonly Regex Pattern =
        new(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10));

    [Fact]
    public void Of_AnyText_CutsItAsThePattern()
    {
        string[] pieces = ["a", "Ñ", "1", "½", " ", "  ", "\n", "\t", "'", "'s", "'ll", ".", "¿", "\u00A0", "😀"];
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));

            PieceWords.Of(text).Select(range => text[range]).Should().Equal(Pattern.Matches(text).Select(match => match.Value), "of «{0}»", text);
        }
    }
}
