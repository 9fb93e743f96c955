using System.Globalization;
using System.Text;

namespace AzuSena.Spanish;

/// <summary>
/// How long a text is to the people who write it: in grapheme clusters, so that an accented letter, an emoji and a family of emoji are one character each. One
/// character may be of any number of code points, so that every bound on characters comes with one on bytes.
/// </summary>
public static class TextLength
{
    // What an emoji takes in UTF-8, and the most that any code point does.
    private const int BytesForACharacter = 4;

    /// <summary>The most bytes, in UTF-8, of a text of so many characters.</summary>
    public static int MaxBytes(int characters) => characters * BytesForACharacter;

    /// <summary>The bytes of a text in UTF-8.</summary>
    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The characters of a text. Linear in its length.</summary>
    public static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; text.Length > 0; count++)
        {
            text = text[StringInfo.GetNextTextElementLength(text)..];
        }

        return count;
    }

    /// <summary>Whether a text has no more than so many characters, nor more bytes than they may take.</summary>
    public static bool IsWithin(string text, int characters) =>
        Bytes(text) <= MaxBytes(characters) && (text.Length <= characters || Characters(text) <= characters);
}
