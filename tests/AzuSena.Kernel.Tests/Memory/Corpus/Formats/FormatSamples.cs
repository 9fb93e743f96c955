using System.Globalization;
using System.IO.Compression;
using System.Text;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Tables;
using AzuSena.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace AzuSena.Tests.Memory.Corpus.Formats;

/// <summary>Files of every format, made on the spot so that a test shows all that matters about them.</summary>
internal static class FormatSamples
{
    /// <summary>The mappings that the product ships with.</summary>
    public static TableMappings Mappings { get; } = TableMappings.Load(Path.Combine(Repository.Corpus, "mappings"));

    public static CorpusDocument Read(string path, byte[] content) => DocumentReader.Read(new DocumentSource(path, content, Mappings));

    public static CorpusDocument Read(string path, string content) => Read(path, Encoding.UTF8.GetBytes(content));

    /// <summary>A page for each list of texts, each set at its place in points from the bottom left.</summary>
    public static byte[] Pdf(params (double X, double Y, string Text)[][] pages)
    {
        using var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var texts in pages)
        {
            var page = pdf.AddPage(PageSize.A4);
            foreach (var (x, y, text) in texts)
            {
                page.AddText(text, 10, new PdfPoint(x, y), font);
            }
        }

        return pdf.Build();
    }

    public static byte[] Docx(params OpenXmlElement[] blocks)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new W.Document(new W.Body(blocks));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new W.Styles(
                new W.Style { StyleId = "Ttulo1", StyleName = new W.StyleName { Val = "heading 1" } },
                new W.Style { StyleId = "Ttulo2", StyleName = new W.StyleName { Val = "heading 2" } });
        }

        return file.ToArray();
    }

    public static W.Paragraph Paragraph(string text, string? style = null, bool item = false)
    {
        var properties = new W.ParagraphProperties();
        if (style is not null)
        {
            properties.ParagraphStyleId = new W.ParagraphStyleId { Val = style };
        }

        if (item)
        {
            properties.NumberingProperties = new W.NumberingProperties(new W.NumberingId { Val = 1 });
        }

        return new W.Paragraph(properties, new W.Run(new W.Text(text)));
    }

    public static W.Table Table(params string[][] rows) => new(rows.Select(row =>
        new W.TableRow(row.Select(cell => new W.TableCell(new W.Paragraph(new W.Run(new W.Text(cell))))))));

    /// <summary>A workbook of one sheet; null is an empty cell.</summary>
    public static byte[] Xlsx(string?[][] rows, string? merged = null)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new S.Worksheet(new S.SheetData(rows.Select((row, i) => new S.Row(row.Select((text, column) => Cell(text, column, i))))));
            if (merged is not null)
            {
                part.Worksheet.Append(new S.MergeCells(new S.MergeCell { Reference = merged }));
            }

            workbook.Workbook = new S.Workbook(new S.Sheets(new S.Sheet { Name = "Datos", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        return file.ToArray();
    }

    /// <summary>An archive with these entries, as an attacker would make it.</summary>
    public static byte[] Zip(params (string Name, Action<Stream> Write)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(stream);
            }
        }

        return file.ToArray();
    }

    /// <summary>Replaces the main part of a Word file.</summary>
    public static byte[] DocxWithXml(string xml)
    {
        using var file = new MemoryStream();
        file.Write(Docx());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("word/document.xml")!.Delete();
            using var stream = archive.CreateEntry("word/document.xml").Open();
            stream.Write(Encoding.UTF8.GetBytes(xml));
        }

        return file.ToArray();
    }

    private static S.Cell Cell(string? text, int column, int row)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}");
        return text is null
            ? new S.Cell { CellReference = reference }
            : new S.Cell { CellReference = reference, DataType = S.CellValues.InlineString, InlineString = new S.InlineString(new S.Text(text)) };
    }
}
