using System.Text;
using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Memory.Corpus;

public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\r\n", "\uFEFF")]
    public void Read_AnyLineEndAndByteOrderMark_IsTheSameDocument(string lineEnd, string mark)
    {
        var text = mark + "---\ntitulo: Uno\nfecha: 2025-06-25\n---\n# Uno\n\nUn párrafo\nen dos líneas.\n\n## Dos\n\n- Punto\n".Replace("\n", lineEnd);

        var document = Read("a/uno.md", text);

        document.Info.Title.Should().Be("Uno");
        document.Info.Path.Should().Be("a/uno.md");
        document.Info.AsOf.Should().Be(new DateOnly(2025, 6, 25));
        document.Sections.Should().BeEquivalentTo(
            [new Section([], ["Un párrafo en dos líneas."]), new Section(["Dos"], ["- Punto"])], options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("carpeta/reglamento-del_aprendiz.md", "Texto.", "Reglamento del aprendiz")]
    [InlineData("a.md", "# El título\n\nTexto.", "El título")]
    [InlineData("a.md", "## No es título\n\nTexto.", "A")]
    [InlineData("ñandú.TXT", "# No es Markdown", "Ñandú")]
    [InlineData("-.txt", "Texto.", "-.txt")]
    public void Read_WithoutFrontMatter_TakesTheTitleFromHeadingOrPath(string path, string text, string title) =>
        Read(path, text).Info.Title.Should().Be(title);

    [Fact]
    public void Read_PlainText_HasAParagraphToALine()
    {
        var document = Read("a.txt", "Una línea\nque sigue.\n\n\n  Otro   párrafo.  \n\n \n");

        document.Sections.Should().ContainSingle().Which.Lines.Should().Equal("Una línea que sigue.", "Otro párrafo.");
    }

    [Fact]
    public void Read_DecomposedText_IsComposed() => Read("a.txt", "Inscripcio\u0301n").Sections[0].Lines.Should().Equal("Inscripción");

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t")]
    [InlineData("# Solo un título\n\n## Y otro\n")]
    [InlineData("---\ntitulo: Uno\n---\n")]
    [InlineData("<div>\n<script>solo()</script>\n</div>\n")]
    public void Read_NothingToRead_IsEmpty(string text) => Reading("a.md", Encoding.UTF8.GetBytes(text))
        .Should().Throw<DocumentException>().WithMessage("El archivo no contiene texto.").Which.Line.Should().Be(1);

    [Fact]
    public void Read_OnlyNulBytes_IsEmpty() => Reading("a.txt", new byte[64]).Should().Throw<DocumentException>().WithMessage("El archivo no contiene texto.");

    [Theory]
    [InlineData(new byte[] { 0x41, 0xF1, 0x6F }, "Año")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00, 0xF1, 0x00, 0x6F, 0x00 }, "Año")]
    [InlineData(new byte[] { 0x41, 0xC3 }, "AÃ")]
    public void Read_NotUtf8_IsReadAsTheEncodingItIsIn(byte[] content, string text) =>
        DocumentReader.Read("a.md", content).Sections.Single().Lines.Should().Equal(text);

    [Fact]
    public void Read_TooLarge_IsRefused() =>
        Reading("a.txt", new byte[(20 * 1024 * 1024) + 1]).Should().Throw<DocumentException>().WithMessage("El archivo pasa de 20 MB.");

    [Fact]
    public void Read_BadFrontMatterWithWindowsLineEnds_IsReadWithANoteOfTheLine()
    {
        var document = Read("a.md", "\uFEFF---\r\ntitulo: Uno\r\nautor: Ana\r\n---\r\nTexto\r\n");

        document.Sections.Should().ContainSingle().Which.Lines.Should().Equal("Texto");
        document.Notes.Should().ContainSingle().Which.Should().Match<DocumentNote>(note => note.Line == 3 && note.Path == "a.md");
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("<b>")]
    [InlineData("1. ")]
    public void Read_DeeplyNestedMarkdown_IsReadOrRefused(string mark) =>
        ReadsOrRefuses("a.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(mark, 3000)) + " texto")).Should().BeTrue();

    [Property(MaxTest = 1000)]
    public Property Read_AnyMarkdown_IsReadOrRefused()
    {
        var markdown = Generators.TextOf(
            "# ", "## ", "\n", "\n", "\n\n", "- ", "1. ", "> ", "*", "**", "_", "`", "```", "~~~", "[", "](", ")", "![", "<", ">", "</", "<!--", "-->", "&amp;",
                "&#0;", "&",
            "\\", "|", "---", "===", "    ", "\t", "texto", "Fin.", ":", "\u2028", "😀", "\uFEFF", "\u0001");
        return Prop.ForAll(markdown.ToArbitrary(), text => ReadsOrRefuses("a.md", Encoding.UTF8.GetBytes(text)));
    }

    [Property(MaxTest = 500)]
    public bool Read_AnyBytes_AreReadOrRefused(byte[] content) => ReadsOrRefuses("a.md", content) && ReadsOrRefuses("a.txt", content);

    private static CorpusDocument Read(string path, string text) => DocumentReader.Read(path, Encoding.UTF8.GetBytes(text));

    private static Action Reading(string path, byte[] content) => () => DocumentReader.Read(path, content);

    private static bool ReadsOrRefuses(string path, byte[] content)
    {
        try
        {
            return DocumentReader.Read(path, content).Sections.All(
                section => section.Lines.All(line => line.Trim() == line && line.Length > 0 && !line.Contains('\n')));
        }
        catch (DocumentException exception)
        {
            return exception.Line >= 1;
        }
    }
}
