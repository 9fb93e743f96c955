using AzuSena.Errors;
using AzuSena.Passages;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>PowerPoint presentations: each slide under its title, with its tables and the speaker's notes; the slide is the page. Hidden slides are left
/// out.</summary>
internal sealed class PptxFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".pptx"];

    public long MaxBytes => SizeLimits.Binary;

    public CorpusDocument Read(DocumentSource source)
    {
        OfficeArchive.Check(source);
        using var file = new MemoryStream(source.Content, writable: false);
        using var document = PresentationDocument.Open(file, isEditable: false);
        var (sections, hidden, number) = (new List<Section>(), new List<int>(), 0);
        string? first = null;
        foreach (var slide in Slides(document.PresentationPart))
        {
            source.CancellationToken.ThrowIfCancellationRequested();
            number++;
            if (slide.Slide?.Show?.Value == false)
            {
                hidden.Add(number);
                continue;
            }

            var read = new SectionBuilder(source.CancellationToken) { KeepsEmptyHeadings = true };
            Add(slide, read);
            first ??= read.FirstHeading;
            sections.AddRange(read.Build(title: null).Select(section => section with { Locator = new Locator(Page: number) }));
        }

        var title = DocumentTitle.Choose(document.PackageProperties.Title, first, source);
        return new CorpusDocument(new DocumentInfo(source.Path, title), sections)
        {
            Pages = number,
            Notes = hidden.Count == 0
                ? []
                : [new DocumentNote(source.Path, 0, ErrorCodeNames.Text("HiddenSlides", string.Join(", ", hidden))) { Rule = "hidden_slides" }],
        };
    }

    private static IEnumerable<SlidePart> Slides(PresentationPart? presentation) =>
        (presentation?.Presentation?.SlideIdList?.Elements<SlideId>() ?? [])
            .Select(id => id.RelationshipId?.Value is { } relation && presentation!.TryGetPartById(relation, out var part) ? part as SlidePart : null)
            .OfType<SlidePart>();

    private static void Add(SlidePart slide, SectionBuilder sections)
    {
        var shapes = (slide.Slide?.CommonSlideData?.ShapeTree?.Descendants<Shape>() ?? []).ToList();
        var title = shapes.Find(IsTitle);
        if (title is not null && SectionBuilder.OneLine(string.Join(' ', Paragraphs(title))) is { Length: > 0 } heading)
        {
            sections.Heading(1, heading);
        }

        foreach (var paragraph in shapes.Where(shape => shape != title && !IsOfMaster(shape)).SelectMany(Paragraphs))
        {
            sections.Line(paragraph);
        }

        foreach (var table in slide.Slide?.Descendants<A.Table>() ?? [])
        {
            TableText.Add(sections, table.Elements<A.TableRow>().Select(Cells));
        }

        foreach (var note in slide.NotesSlidePart?.NotesSlide?.Descendants<Shape>().Where(shape => KindOf(shape) == PlaceholderValues.Body)
            .SelectMany(Paragraphs) ?? [])
        {
            sections.Line(note);
        }
    }

    // A cell that another covers stays in the row, marked.
    private static List<GridCell> Cells(A.TableRow row) =>
    [
        .. row.Elements<A.TableCell>()
            .Where(cell => cell.HorizontalMerge?.Value != true && cell.VerticalMerge?.Value != true)
            .Select(cell => new GridCell(
                TableText.Join(cell.Descendants<A.Paragraph>().Select(TextOf)),
                Math.Max(1, cell.GridSpan?.Value ?? 1),
                Math.Max(1, cell.RowSpan?.Value ?? 1))),
    ];

    private static IEnumerable<string> Paragraphs(Shape shape) => shape.TextBody?.Elements<A.Paragraph>().Select(TextOf) ?? [];

    private static string TextOf(A.Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(node => node switch
    {
        A.Text text => text.Text,
        A.Break => " ",
        _ => "",
    }));

    private static bool IsTitle(Shape shape) => KindOf(shape) is { } kind && (kind == PlaceholderValues.Title || kind == PlaceholderValues.CenteredTitle);

    // The number and the foot of each slide.
    private static bool IsOfMaster(Shape shape) => KindOf(shape) is { } kind
        && (kind == PlaceholderValues.SlideNumber || kind == PlaceholderValues.Footer || kind == PlaceholderValues.DateAndTime);

    private static PlaceholderValues? KindOf(Shape shape) =>
        shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape?.Type?.Value;
}
