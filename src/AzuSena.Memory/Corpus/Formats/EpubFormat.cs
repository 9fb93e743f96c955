using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Books (EPUB 2 and 3): the pages of the spine in their order, read as web pages. The table of contents and other pages are left out.</summary>
internal sealed partial class EpubFormat : IDocumentFormat
{
    private static readonly XNamespace Container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static readonly XNamespace Package = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public IReadOnlyList<string> Extensions => [".epub"];

    public long MaxBytes => SizeLimits.Binary;

    public CorpusDocument Read(DocumentSource source)
    {
        OfficeArchive.Check(source, isPage: IsPage);
        using var archive = new ZipArchive(new MemoryStream(source.Content, writable: false), ZipArchiveMode.Read);
        if (archive.GetEntry("META-INF/encryption.xml") is not null && archive.GetEntry("META-INF/rights.xml") is not null)
        {
            throw new DocumentException("DocumentEncrypted");
        }

        var name = Load(archive, "META-INF/container.xml").Descendants(Container + "rootfile").FirstOrDefault()?.Attribute("full-path")?.Value;
        var package = Load(archive, name ?? "");
        var sections = new SectionBuilder(source.CancellationToken) { KeepsEmptyHeadings = true };
        foreach (var page in Pages(package, name!))
        {
            if (archive.GetEntry(page) is { } entry)
            {
                HtmlFragment.Read(Closed().Replace(TextDecoder.Decode(Content(entry)), "<${tag}${rest}></${tag}>"), sections, source.CancellationToken);
            }
        }

        var named = SectionBuilder.OneLine(package.Descendants(Dublin + "title").FirstOrDefault()?.Value ?? "");
        var title = named.Length > 2 ? named : DocumentTitle.Choose(property: null, sections.FirstHeading, source);
        return new CorpusDocument(new DocumentInfo(source.Path, title), sections.Build(title));
    }

    private static IEnumerable<string> Pages(XDocument package, string name)
    {
        var folder = name[..(name.LastIndexOf('/') + 1)];
        var items = package.Descendants(Package + "item")
            .Where(item => item.Attribute("id") is not null && item.Attribute("href") is not null)
            .DistinctBy(item => item.Attribute("id")!.Value)
            .ToDictionary(item => item.Attribute("id")!.Value, StringComparer.Ordinal);
        return package.Descendants(Package + "itemref")
            .Where(part => part.Attribute("linear")?.Value != "no")
            .Select(part => items.GetValueOrDefault(part.Attribute("idref")?.Value ?? ""))
            .OfType<XElement>()
            .Where(item => !(item.Attribute("properties")?.Value ?? "").Split(' ').Contains("nav", StringComparer.Ordinal))
            .Select(item => folder + Uri.UnescapeDataString(item.Attribute("href")!.Value))
            .Distinct(StringComparer.Ordinal);
    }

    private static XDocument Load(ZipArchive archive, string name) => OfficeArchive.Load(archive, name) ?? throw new DocumentException("DocumentDamaged");

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        return whole.ToArray();
    }

    // Pages have a DOCTYPE, and are not read as XML.
    private static bool IsPage(string name) => Path.GetExtension(name).ToLowerInvariant() is ".xhtml" or ".html" or ".htm" or ".ncx" or ".svg";

    // XML closes these with "/>"; in HTML they would hold the rest of the page.
    [GeneratedRegex(@"<(?<tag>title|script|style|iframe|textarea)\b(?<rest>[^<>]*)/>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Closed();
}
