using System.Text;
using AzuSena.Memory;

namespace AzuSena.Corpus;

/// <summary>Reads one file of the corpus: Markdown with optional front matter, or plain text.</summary>
public static class DocumentReader
{
    private const long MaxBytes = 20 * 1024 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the document held in <paramref name="content"/>.</summary>
    /// <param name="path">Its path below the corpus folder, with forward slashes; the ending tells the format.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="DocumentException">It cannot be read, or holds no text.</exception>
    public static CorpusDocument Read(string path, ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            throw new DocumentException(1, "DocumentTooLarge", MaxBytes / 1024 / 1024);
        }

        var text = Decode(content);
        var document = Path.GetExtension(path).Equals(".txt", StringComparison.OrdinalIgnoreCase) ? ReadText(path, text) : ReadMarkdown(path, text);
        return document.Sections.Count > 0 ? document : throw new DocumentException(1, "DocumentEmpty");
    }

    private static CorpusDocument ReadMarkdown(string path, string text)
    {
        var (frontMatter, body) = FrontMatter.Read(text, out _);
        var title = frontMatter?.Title ?? MarkdownSections.FirstHeading(body) ?? TitleFrom(path);
        var info = new DocumentInfo(path, title, frontMatter?.Source, frontMatter?.AsOf, frontMatter?.Topics ?? [], frontMatter?.Validity);
        return new CorpusDocument(info, MarkdownSections.Read(body, title));
    }

    private static CorpusDocument ReadText(string path, string text)
    {
        // A blank line parts paragraphs; the line breaks inside one are only the width of somebody's editor.
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => string.Join(' ', paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(paragraph => paragraph.Length > 0)
            .ToList();
        return new CorpusDocument(new DocumentInfo(path, TitleFrom(path)), paragraphs.Count > 0 ? [new Section([], paragraphs)] : []);
    }

    private static string Decode(ReadOnlySpan<byte> content)
    {
        try
        {
            return StrictUtf8.GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace('\0', ' ').Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException exception)
        {
            throw new DocumentException(1, "DocumentNotUtf8", exception);
        }
    }

    private static string TitleFrom(string path)
    {
        var words = Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? path : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
