using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Tables;

namespace AzuSena.Memory.Corpus;

/// <summary>Reads one corpus file in the format of its file name extension.</summary>
public static class DocumentReader
{
    /// <summary>Reads the document held in <paramref name="content"/>.</summary>
    /// <param name="path">Its path below the corpus folder, with forward slashes; the extension selects the format.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="DocumentException">The document cannot be read, or holds no text.</exception>
    public static CorpusDocument Read(string path, ReadOnlySpan<byte> content) => Read(new DocumentSource(path, content.ToArray(), TableMappings.None));

    /// <summary>Reads a document.</summary>
    /// <exception cref="DocumentException">The document cannot be read, or holds no text.</exception>
    public static CorpusDocument Read(DocumentSource source)
    {
        var format = DocumentFormats.Of(source.Path) ?? throw new DocumentException(1, "DocumentFormatUnknown", Path.GetExtension(source.Path));
        if (source.Content.Length > format.MaxBytes)
        {
            throw new DocumentException(1, "DocumentTooLarge", SizeLimits.InMegabytes(format.MaxBytes));
        }

        var document = Read(format, source);
        return document.Sections.Count switch
        {
            0 => throw new DocumentException(1, "DocumentEmpty"),
            > SizeLimits.Sections => throw new DocumentException("DocumentTooLong", SizeLimits.Sections),
            _ => AskedSections.Assign(
                LegalSections.Cut(document with { Info = document.Info with { Title = SizeLimits.Shortened(document.Info.Title) } }, source.CancellationToken),
                source.Questions),
        };
    }

    // A parser may throw any exception for a malicious file; all are reported with one reason.
    private static CorpusDocument Read(IDocumentFormat format, DocumentSource source)
    {
        try
        {
            return format.Read(source);
        }
        catch (Exception exception) when (exception is not (DocumentException or OperationCanceledException))
        {
            throw exception.InnerException as DocumentException ?? new DocumentException(1, "DocumentDamaged", exception);
        }
    }
}
