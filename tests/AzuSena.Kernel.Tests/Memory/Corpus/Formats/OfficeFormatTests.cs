using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace AzuSena.Tests.Memory.Corpus.Formats;

public sealed class OfficeFormatTests
{
    private const string Odt = """
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>
          <text:tracked-changes><text:changed-region><text:deletion><text:p>borrado</text:p></text:deletion></text:changed-region></text:tracked-changes>
          <text:h text:outline-level="1">Reglamento</text:h><text:p>El apoyo<text:s/>es de medio salario<text:note>
          <text:note-citation>1</text:note-citation><text:note-body><text:p>No aplica a todos.</text:p></text:note-body></text:note>.</text:p>
          <text:h text:outline-level="2">Deberes</text:h><text:list><text:list-item><text:p>Asistir</text:p></text:list-item></text:list>
          <table:table><table:table-row><table:table-cell><text:p>Regional</text:p></table:table-cell><table:table-cell><text:p>Centro</text:p>
          </table:table-cell></table:table-row>
          <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Antioquia</text:p></table:table-cell><table:table-cell>
          <text:p>Comercio</text:p></table:table-cell></table:table-row>
          <table:table-row><table:covered-table-cell/><table:table-cell><text:p>Salud</text:p></table:table-cell></table:table-row></table:table>
        </office:text></office:body></office:document-content>
        """;

    [Fact]
    public void Read_OpenDocument_KeepsItsStructure()
    {
        var document = FormatSamples.Read("reglamento.odt", Zip(("content.xml", Odt)));

        document.Info.Title.Should().Be("Reglamento");
        document.Sections[0].Lines.Should().Equal("El apoyo es de medio salario¹.", "¹ No aplica a todos.");
        document.Sections[1].HeadingPath.Should().Equal("Deberes");
        document.Sections[1].Lines.Should().Equal("- Asistir", "- Regional: Antioquia; Centro: Comercio", "- Regional: Antioquia; Centro: Salud");
    }

    [Fact]
    public void Read_Presentation_HasASectionForEachSlide()
    {
        var document = FormatSamples.Read("charla.pptx", Presentation(("Inducción", "Bienvenidos al centro.", true), ("Secreta", "No se muestra.", false)));

        document.Info.Title.Should().Be("Inducción");
        document.Sections.Should().ContainSingle().Which.Lines.Should().Equal("Bienvenidos al centro.");
        document.Sections[0].HeadingPath.Should().Equal("Inducción");
        document.Sections[0].Locator!.Text.Should().Be("página 1");
        document.Notes.Should().ContainSingle(note => note.Rule == "hidden_slides").Which.Text.Should().Contain(": 2.");
    }

    [Fact]
    public void Read_Epub_HasThePagesOfTheSpineInOrder()
    {
        var document = FormatSamples.Read("guia.epub", EpubSample());

        document.Info.Title.Should().Be("Guía del aprendiz");
        document.Sections.Select(section => string.Join(" > ", section.HeadingPath)).Should().Equal("Matrícula", "Matrícula > Requisitos", "Etapas");
        document.Sections.SelectMany(section => section.Lines).Should().Equal(
            "La matrícula no cuesta.", "- Copia de la cédula.", "La etapa lectiva va primero.");
    }

    /// <summary>A small file of <c>.epub</c>.</summary>
    internal static byte[] EpubSample() => Zip(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", """
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/a.opf"/></rootfiles></container>
            """),
        ("O/a.opf", """
            <package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <metadata><dc:title>Guía del aprendiz</dc:title></metadata>
              <manifest>
                <item id="n" href="n.xhtml" properties="nav"/><item id="b" href="cap%202.xhtml"/><item id="a" href="cap1.xhtml"/>
              </manifest>
              <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine>
            </package>
            """),
        ("O/n.xhtml", "<html><body><p>Contenido</p></body></html>"),
        ("O/cap 2.xhtml", "<html><body><h1>Etapas</h1><p>La etapa lectiva va primero.</p></body></html>"),
        ("O/cap1.xhtml", """
            <?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
            <body><h1>Matrícula</h1><p>La matrícula no cuesta.</p><h2>Requisitos</h2><ul><li>Copia de la c&eacute;dula.</li></ul></body></html>
            """));

    /// <summary>A small file of <c>.odt</c>.</summary>
    internal static byte[] OdtSample() => Zip(("content.xml", Odt));

    /// <summary>A small file of <c>.pptx</c>.</summary>
    internal static byte[] PptxSample() => Presentation(("Inducción", "Bienvenidos al centro.", true), ("Secreta", "No se muestra.", false));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    private static byte[] Presentation(params (string Title, string Text, bool IsShown)[] slides)
    {
        using var file = new MemoryStream();
        using (var document = PresentationDocument.Create(file, PresentationDocumentType.Presentation))
        {
            var presentation = document.AddPresentationPart();
            presentation.Presentation = new Presentation(new SlideIdList());
            foreach (var (number, slide) in slides.Index())
            {
                var part = presentation.AddNewPart<SlidePart>();
                part.Slide = new Slide(new CommonSlideData(new ShapeTree(
                    Shape(slide.Title, new PlaceholderShape { Type = PlaceholderValues.Title }), Shape(slide.Text, placeholder: null))))
                {
                    Show = slide.IsShown,
                };
                presentation.Presentation.SlideIdList!.Append(new SlideId { Id = (uint)(256 + number), RelationshipId = presentation.GetIdOfPart(part) });
            }
        }

        return file.ToArray();
    }

    private static Shape Shape(string text, PlaceholderShape? placeholder) => new(
        new NonVisualShapeProperties(
            new NonVisualDrawingProperties { Id = 1, Name = "x" },
            new NonVisualShapeDrawingProperties(),
            new ApplicationNonVisualDrawingProperties { PlaceholderShape = placeholder }),
        new TextBody(new A.BodyProperties(), new A.Paragraph(new A.Run(new A.Text(text)))));
}
