using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using AzuSena.Passages;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>OpenDocument texts (LibreOffice): headings, lists, tables and notes. Tracked deletions, comments and hidden text are left out.</summary>
internal sealed class OdtFormat : IDocumentFormat
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Texts = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    private static readonly string[] LeftOut = ["tracked-changes", "annotation", "hidden-text", "hidden-paragraph", "note-citation", "sequence-decls"];

    public IReadOnlyList<string> Extensions => [".odt"];

    public long MaxBytes => SizeLimits.Binary;

    public CorpusDocument Read(DocumentSource source)
    {
        OfficeArchive.Check(source);
        using var archive = new ZipArchive(new MemoryStream(source.Content, writable: false), ZipArchiveMode.Read);
        var body = OfficeArchive.Load(archive, "content.xml")?.Root?.Element(Office + "body")?.Element(Office + "text")
            ?? throw new DocumentException("DocumentDamaged");
        var sections = new SectionBuilder(source.CancellationToken) { KeepsEmptyHeadings = true };
        new Reading(sections, source.CancellationToken).Add(body, mark: "");
        var property = OfficeArchive.Load(archive, "meta.xml")
            ?.Descendants(XNamespace.Get("http://purl.org/dc/elements/1.1/") + "title").FirstOrDefault()?.Value;
        var title = DocumentTitle.Choose(property, sections.FirstHeading, source);
        return new CorpusDocument(new DocumentInfo(source.Path, title), sections.Build(title));
    }

    private sealed class Reading(SectionBuilder sections, CancellationToken cancellationToken)
    {
        private readonly List<string> _notes = [];
        private int _noteCount;

        public void Add(XElement parent, string mark)
        {
            foreach (var block in parent.Elements())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (block.Name == Texts + "h")
                {
                    sections.Heading(Number(block, Texts + "outline-level"), SectionBuilder.OneLine(Text(block)));
                }
                else if (block.Name == Texts + "p")
                {
                    sections.Line(Text(block), mark);
                    mark = "";
                }
                else if (block.Name == Tables + "table")
                {
                    TableText.Add(sections, Rows(block));
                }
                else if (block.Name == Texts + "list-item" || block.Name == Texts + "list-header")
                {
                    Add(block, PassageText.ItemMark);
                }
                else if (!LeftOut.Contains(block.Name.LocalName, StringComparer.Ordinal))
                {
                    Add(block, mark);
                }

                _notes.ForEach(note => sections.Line(note));
                _notes.Clear();
            }
        }

        private List<IReadOnlyList<GridCell>> Rows(XElement table) =>
        [
            .. table.Descendants(Tables + "table-row")
                .Where(row => row.Ancestors(Tables + "table").First() == table)
                .Select(row => (IReadOnlyList<GridCell>)
                [
                    .. row.Elements(Tables + "table-cell").Select(cell => new GridCell(
                        TableText.Join(cell.Elements().Select(block => block.Name == Tables + "table" ? TableText.Nested(Rows(block)) : Text(block))),
                        Number(cell, Tables + "number-columns-spanned"),
                        Number(cell, Tables + "number-rows-spanned"),
                        row.Parent?.Name == Tables + "table-header-rows")),
                ]),
        ];

        private string Text(XElement parent)
        {
            var text = new StringBuilder();
            Append(parent, text);
            return text.ToString();
        }

        private void Append(XElement parent, StringBuilder text)
        {
            foreach (var node in parent.Nodes())
            {
                if (node is XText plain)
                {
                    text.Append(plain.Value);
                }
                else if (node is XElement element && !LeftOut.Contains(element.Name.LocalName, StringComparer.Ordinal))
                {
                    if (element.Name == Texts + "s" || element.Name == Texts + "tab" || element.Name == Texts + "line-break" || element.Name == Texts + "p")
                    {
                        text.Append(' ');
                    }

                    if (element.Name == Texts + "note")
                    {
                        var mark = string.Concat($"{++_noteCount}".Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
                        text.Append(mark);
                        _notes.Add($"{mark} {element.Element(Texts + "note-body")?.Value.Trim()}");
                    }
                    else
                    {
                        Append(element, text);
                    }
                }
            }
        }

        private static int Number(XElement element, XName attribute) =>
            int.TryParse(element.Attribute(attribute)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1,
                16_384) : 1;
    }
}
