using AzuSena.Passages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>Word documents: headings by style or outline level, lists, and tables row by row. Text deleted in tracked changes is left out.</summary>
internal sealed class DocxFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".docx"];

    public long MaxBytes => SizeLimits.Binary;

    public CorpusDocument Read(DocumentSource source)
    {
        OfficeArchive.Check(source);
        using var file = new MemoryStream(source.Content, writable: false);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var body = document.MainDocumentPart?.Document?.Body;
        var sections = new SectionBuilder(source.CancellationToken);
        if (body is not null)
        {
            var levels = HeadingLevels(document.MainDocumentPart!.StyleDefinitionsPart?.Styles);
            foreach (var block in Blocks(body))
            {
                source.CancellationToken.ThrowIfCancellationRequested();
                Add(block, levels, sections);
            }
        }

        var title = SectionBuilder.OneLine(document.PackageProperties.Title ?? "") is { Length: > 0 } own ? own : source.TitleFromPath;
        return new CorpusDocument(new DocumentInfo(source.Path, title), sections.Build(title));
    }

    // Content controls wrap blocks but are not blocks themselves.
    private static IEnumerable<OpenXmlElement> Blocks(OpenXmlElement parent) =>
        parent.ChildElements.SelectMany(child => child is SdtBlock { SdtContentBlock: { } content } ? Blocks(content) : [child]);

    private static void Add(OpenXmlElement block, Dictionary<string, int> levels, SectionBuilder sections)
    {
        switch (block)
        {
            case Paragraph paragraph when LevelOf(paragraph, levels) is { } level && SectionBuilder.OneLine(TextOf(paragraph)) is { Length: > 0 } heading:
                sections.Heading(level, heading);
                break;
            case Paragraph paragraph:
                sections.Line(TextOf(paragraph), paragraph.ParagraphProperties?.NumberingProperties is null ? "" : PassageText.ItemMark);
                break;
            case Table table:
                TableText.Add(
                    sections,
                    table.Elements<TableRow>()
                        .Select(row => row.Elements<TableCell>().Select(cell => SectionBuilder.OneLine(CellText(cell))).ToArray())
                        .ToList());
                break;
        }
    }

    private static string CellText(TableCell cell) => string.Join(' ', cell.Descendants<Paragraph>().Select(TextOf));

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(node => node switch
    {
        Text text => text.Text,
        TabChar or Break or CarriageReturn => " ",
        NoBreakHyphen => "-",
        _ => "",
    }));

    private static int? LevelOf(Paragraph paragraph, Dictionary<string, int> levels) =>
        Level(paragraph.ParagraphProperties?.OutlineLevel) ??
        (paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && levels.TryGetValue(style, out var level) ? level : null);

    // Style ids are localised ("Ttulo1"), style names in the file are not ("heading 1").
    private static Dictionary<string, int> HeadingLevels(Styles? styles) => (styles?.Elements<Style>() ?? [])
        .Select(style => (Id: style.StyleId?.Value, Level: Level(style.StyleParagraphProperties?.OutlineLevel) ?? LevelOfName(style.StyleName?.Val?.Value)))
        .Where(style => style is { Id: not null, Level: not null })
        .DistinctBy(style => style.Id, StringComparer.Ordinal)
        .ToDictionary(style => style.Id!, style => style.Level!.Value, StringComparer.Ordinal);

    private static int? LevelOfName(string? name) => name?.ToLowerInvariant() switch
    {
        "title" => 1,
        ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '6' and var digit] => digit - '0',
        _ => null,
    };

    // Outline level 9 is body text.
    private static int? Level(OutlineLevel? outline) => outline?.Val?.Value is >= 0 and < 9 and var level ? level + 1 : null;
}
