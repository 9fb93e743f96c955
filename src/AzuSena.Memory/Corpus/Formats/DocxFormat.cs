using AzuSena.Passages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AzuSena.Memory.Corpus.Formats;

/// <summary>
/// Word documents: headings by style or outline level, lists with their numbers, tables row by row, text boxes and notes. Text deleted, moved away or hidden is
/// left out.
/// </summary>
internal sealed class DocxFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions => [".docx", ".docm"];

    public long MaxBytes => SizeLimits.Binary;

    public CorpusDocument Read(DocumentSource source)
    {
        OfficeArchive.Check(source);
        using var file = new MemoryStream(source.Content, writable: false);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var sections = new SectionBuilder(source.CancellationToken) { KeepsEmptyHeadings = true };
        if (document.MainDocumentPart is { Document.Body: { } body } main)
        {
            new Reading(main, sections, source.CancellationToken).Add(body);
        }

        var title = DocumentTitle.Choose(document.PackageProperties.Title, sections.FirstHeading, source);
        return new CorpusDocument(new DocumentInfo(source.Path, title), sections.Build(title));
    }

    private sealed class Reading
    {
        private readonly MainDocumentPart _main;
        private readonly SectionBuilder _sections;
        private readonly CancellationToken _cancellationToken;
        private readonly WordStyles _styles;
        private readonly WordText _text;
        private readonly WordNumbering _numbering;

        public Reading(MainDocumentPart main, SectionBuilder sections, CancellationToken cancellationToken)
        {
            (_main, _sections, _cancellationToken) = (main, sections, cancellationToken);
            _styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
            _text = new WordText(_styles);
            _numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering);
        }

        /// <summary>Adds the blocks of an element.</summary>
        public void Add(OpenXmlElement parent)
        {
            foreach (var block in parent.ChildElements)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                switch (block)
                {
                    // These wrap blocks but are no blocks themselves.
                    case SdtBlock { SdtContentBlock: { } content }:
                        Add(content);
                        break;
                    case CustomXmlBlock or InsertedRun or MoveToRun:
                        Add(block);
                        break;
                    case Paragraph paragraph:
                        AddParagraph(paragraph);
                        break;
                    case Table table:
                        TableText.Add(_sections, Rows(table));
                        AddNotesAndBoxes();
                        break;
                }
            }
        }

        private void AddParagraph(Paragraph paragraph)
        {
            var text = _text.Of(paragraph);
            if (_styles.HeadingLevel(paragraph) is { } level && SectionBuilder.OneLine(text) is { Length: > 0 } heading)
            {
                _sections.Heading(level, heading);
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                _sections.Line(text, _styles.Numbering(paragraph) is { } item ? _numbering.Next(item.List, item.Level) : "");
            }

            AddNotesAndBoxes();
        }

        private void AddNotesAndBoxes()
        {
            _text.TakeNotes(_main).ForEach(note => _sections.Line(note));
            _text.TakeBoxes().ForEach(Add);
        }

        // A cell merged downwards is marked in its first row, and again in each that it goes on in.
        private List<IReadOnlyList<GridCell>> Rows(Table table)
        {
            var rows = new List<List<GridCell>>();
            var above = new Dictionary<int, (int Row, int Cell)>();
            foreach (var row in table.Elements<TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null))
            {
                var cells = new List<GridCell>();
                var isHeader = row.TableRowProperties?.GetFirstChild<TableHeader>() is { } header && (header.Val is null || header.Val == OnOffOnlyValues.On);
                var column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
                if (column > 0)
                {
                    cells.Add(new GridCell("", column, IsHeader: isHeader));
                }

                foreach (var cell in Cells(row))
                {
                    var span = Math.Max(1, cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1);
                    var merge = cell.TableCellProperties?.VerticalMerge;
                    if (merge is not null && merge.Val?.Value != MergedCellValues.Restart && above.TryGetValue(column, out var start))
                    {
                        rows[start.Row][start.Cell] = rows[start.Row][start.Cell] with { Rows = rows.Count - start.Row + 1 };
                    }
                    else
                    {
                        above.Remove(column);
                        if (merge is not null)
                        {
                            above[column] = (rows.Count, cells.Count);
                        }

                        cells.Add(new GridCell(CellText(cell), span, IsHeader: isHeader));
                    }

                    column += span;
                }

                rows.Add(cells);
            }

            return [.. rows];
        }

        private static IEnumerable<TableCell> Cells(OpenXmlElement row) => row.ChildElements.SelectMany(child => child switch
        {
            TableCell cell => [cell],
            SdtCell { SdtContentCell: { } content } => content.Elements<TableCell>(),
            SdtRow { SdtContentRow: { } content } => Cells(content),
            _ => Enumerable.Empty<TableCell>(),
        });

        private string CellText(TableCell cell) => TableText.Join(cell.ChildElements
            .SelectMany(child => child is SdtBlock { SdtContentBlock: { } content } ? content.ChildElements : Enumerable.Repeat(child, 1))
            .Select(child => child switch
            {
                Paragraph paragraph => _text.Of(paragraph),
                Table table => TableText.Nested(Rows(table)),
                _ => "",
            }));
    }
}
