using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>
/// Checks a Word or Excel file, which is a ZIP archive of XML, before a parser opens it: encryption, decompression bombs, external entities and nesting that
/// would exhaust memory or stack are rejected here, in one pass that stores nothing.
/// </summary>
internal static class OfficeArchive
{
    private const int MaxEntries = 10_000;
    private const int MaxXmlDepth = 256;
    private const int HeadBytes = 64;

    // Byte order marks, white space, and the zero bytes of UTF-16.
    private static ReadOnlySpan<byte> BeforeXml => [0x00, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF];

    // Real workbooks of repeated text reach 50; a bomb needs about a thousand to be effective.
    private const int MaxRatio = 200;
    private const long RatioFloor = 8 * 1024 * 1024;

    /// <summary>Rejects files that are not safe to parse.</summary>
    /// <param name="source">The file.</param>
    /// <param name="isPage">Which parts are web pages, which are not read as XML.</param>
    /// <exception cref="DocumentException">The file is encrypted, damaged or malicious.</exception>
    public static void Check(DocumentSource source, Predicate<string>? isPage = null)
    {
        // An encrypted file is an OLE container, as Office 97 files were.
        if (source.Content is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new DocumentException("DocumentEncrypted");
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(source.Content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries || archive.Entries.Sum(entry => entry.Length) > SizeLimits.Inflated)
            {
                throw new DocumentException("ArchiveBomb", SizeLimits.InMegabytes(SizeLimits.Inflated));
            }

            long total = 0;
            foreach (var entry in archive.Entries)
            {
                CheckName(entry.FullName);
                total += Inflate(entry, total, source, isPage?.Invoke(entry.FullName) is true);
            }
        }
        catch (InvalidDataException exception)
        {
            throw new DocumentException("DocumentDamaged", exception);
        }
        catch (XmlException exception)
        {
            throw new DocumentException(exception.Message.Contains("DTD", StringComparison.Ordinal) ? "DocumentXmlEntities" : "DocumentDamaged", exception);
        }
    }

    /// <summary>A part as XML; null if the archive has none of this name.</summary>
    public static XDocument? Load(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var content = entry.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void CheckName(string name)
    {
        if (name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains("..", StringComparer.Ordinal))
        {
            throw new DocumentException("ArchivePath", name);
        }
    }

    // The sizes stated in an archive may be false, so the inflated bytes are counted.
    private static long Inflate(ZipArchiveEntry entry, long before, DocumentSource source, bool isPage)
    {
        using var content = new CountingStream(entry.Open(), size =>
        {
            source.CancellationToken.ThrowIfCancellationRequested();
            if (before + size > SizeLimits.Inflated || (size > RatioFloor && size > entry.CompressedLength * MaxRatio))
            {
                throw new DocumentException("ArchiveBomb", SizeLimits.InMegabytes(SizeLimits.Inflated));
            }
        });
        // Detected from the content: a part may have any name.
        var head = new byte[HeadBytes];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (!isPage && IsXml(entry.FullName, head.AsSpan(0, length)))
        {
            using var whole = new HeadedStream(head.AsMemory(0, length), content);
            CheckXml(whole);
        }

        content.CopyTo(Stream.Null);
        return content.Count;
    }

    private static bool IsXml(string name, ReadOnlySpan<byte> head) =>
        Path.GetExtension(name) is ".xml" or ".rels" || head.TrimStart(BeforeXml) is [(byte)'<', ..];

    private static void CheckXml(Stream content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false };
        using var reader = XmlReader.Create(content, settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxXmlDepth)
            {
                throw new DocumentException("DocumentTooDeep", MaxXmlDepth);
            }
        }
    }
}
