using System.Globalization;
using System.Text;

namespace AzuSena.Spanish;

/// <summary>
/// The length of a text as users perceive it: in grapheme clusters, so that an accented letter, an emoji and a family emoji are one character each. A character
/// may consist of any number of code points, so every limit on characters comes with a limit on bytes.
/// </summary>
public static class TextLength
{
    // The UTF-8 length of an emoji, and the maximum of any code point.
    private const int BytesForACharacter = 4;

    /// <summary>The maximum UTF-8 length of a text of this many characters.</summary>
    public static int MaxBytes(int characters) => characters * BytesForACharacter;

    /// <summary>The length of a text in UTF-8 bytes.</summary>
    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The number of characters of a text, in linear time.</summary>
    public static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; text.Length > 0; count++)
        {
            text = text[StringInfo.GetNextTextElementLength(text)..];
        }

        return count;
    }

    /// <summary>Whether a text is within a limit of characters and the corresponding limit of bytes.</summary>
    public static bool IsWithin(string text, int characters) =>
        Bytes(text) <= MaxBytes(characters) && (text.Length <= characters || Characters(text) <= characters);
}
