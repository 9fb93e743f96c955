using System.Text;
using AzuSena.Spanish;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>
/// Detects the encoding of a text: UTF-8, UTF-16 by its byte order mark, or Windows-1252, which Spanish office programs still write. The result is in Unicode
/// normalization form C, with line ends as <c>\n</c>.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text of <paramref name="content"/>.</summary>
    /// <exception cref="DocumentException">The content is not text.</exception>
    public static string Decode(ReadOnlySpan<byte> content) =>
        CombiningMarks.Bound(Read(content).TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace('\0', ' ')).Normalize(NormalizationForm.FormC);

    private static string Read(ReadOnlySpan<byte> content)
    {
        var encoding = content switch
        {
            [0xFF, 0xFE, ..] => StrictUtf16,
            [0xFE, 0xFF, ..] => StrictUtf16BigEndian,
            _ => (Encoding)StrictUtf8,
        };
        try
        {
            return encoding.GetString(content);
        }
        catch (ArgumentException exception)
        {
            return ReferenceEquals(encoding, StrictUtf8) ? ReadWindows1252(content, exception) : throw new DocumentException(1, "DocumentNotText", exception);
        }
    }

    private static string ReadWindows1252(ReadOnlySpan<byte> content, ArgumentException cause)
    {
        // Accented characters of Windows-1252 are almost never well-formed UTF-8, so text with more valid sequences than invalid ones is damaged UTF-8.
        var lenient = Encoding.UTF8.GetString(content);
        var bad = lenient.Count(c => c == '\uFFFD');
        if (lenient.Count(c => c > '\u007F') - bad > bad)
        {
            throw new DocumentException(1, "DocumentNotUtf8", cause);
        }

        var text = Windows1252.GetString(content);
        return text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) ? throw new DocumentException(1, "DocumentNotText", cause) : text;
    }
}
