using AzuSena.Memory.Corpus;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace AzuSena.Tests.Memory.Corpus.Formats;

public sealed class PdfFormatTests
{
    [Fact]
    public void Read_TwoColumns_AreReadOneAfterTheOther()
    {
        var lines = Enumerable.Range(0, 6).SelectMany(i => new[]
        {
            (50d, 700d - (14 * i), $"izquierda {i} del texto en columna"),
            (320d, 700d - (14 * i), $"derecha {i} del texto en columna"),
        });

        var text = string.Join(' ', FormatSamples.Read("a.pdf", FormatSamples.Pdf([.. lines])).Sections[0].Lines);

        text.IndexOf("izquierda 5", StringComparison.Ordinal).Should().BeLessThan(text.IndexOf("derecha 0", StringComparison.Ordinal)).And.BePositive();
    }

    [Fact]
    public void Read_WordsPartedByHyphen_AreJoinedAndPagesKnown()
    {
        var content = FormatSamples.Pdf(
            [(50, 700, "El contrato de apren-"), (50, 688, "dizaje es una forma especial y la empresa")],
            [(50, 700, "paga el apoyo."), (50, 600, "Otra norma aparte.")]);

        var document = FormatSamples.Read("reglamento-interno.pdf", content);

        document.Info.Title.Should().Be("Reglamento interno");
        document.Sections[0].Lines.Should().Equal("El contrato de aprendizaje es una forma especial y la empresa paga el apoyo.");
        document.Sections.Select(section => section.Locator!.Text).Should().Equal("página 1", "página 2");
        document.Sections[1].Lines.Should().Equal("Otra norma aparte.");
    }

    [Fact]
    public void Read_RunningTitlesAndPageNumbers_AreLeftOut()
    {
        var pages = Enumerable.Range(1, 4)
            .Select(i => new[] { (50d, 800d, "Manual de convivencia"), (50d, 500d, $"Contenido {(char)('A' + i)} propio."), (280d, 30d, $"Página {i} de 4") });

        FormatSamples.Read("a.pdf", FormatSamples.Pdf([.. pages])).Sections.SelectMany(section => section.Lines)
            .Should().OnlyContain(line => line.StartsWith("Contenido"));
    }

    [Fact]
    public void Read_ScanWithoutText_IsReported()
    {
        using var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4);
        var content = pdf.Build();

        Reading(content).Should().Throw<DocumentException>().WithMessage("El PDF no contiene texto: parece un escaneo*");
    }

    [Fact]
    public void Read_BrokenFiles_AreReported()
    {
        var whole = FormatSamples.Pdf([(50, 700, "Texto")]);

        Reading(whole[..20]).Should().Throw<DocumentException>();
        Reading("%PDF-1.7\nnada más"u8.ToArray()).Should().Throw<DocumentException>();
        Reading(System.Text.Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n" + new string('[', 1_000_000))).Should().Throw<DocumentException>();
    }

    private static Action Reading(byte[] content) => () => FormatSamples.Read("a.pdf", content);
}
