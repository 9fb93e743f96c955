namespace AzuSena.Tests.Memory.Corpus.Formats;

public sealed class DocxFormatTests
{
    [Fact]
    public void Read_HeadingsListsAndTables_KeepTheirStructure()
    {
        var content = FormatSamples.Docx(
            FormatSamples.Paragraph("Reglamento", "Ttulo1"),
            FormatSamples.Paragraph("Introducción al texto."),
            FormatSamples.Paragraph("Deberes", "Ttulo2"),
            FormatSamples.Paragraph("Asistir a clase", item: true),
            FormatSamples.Paragraph("Cumplir", item: true),
            FormatSamples.Table(["Falta", "Sanción"], ["Leve", "Llamado de atención"], ["Grave", "Suspensión"]));

        var document = FormatSamples.Read("reglamento.docx", content);

        document.Sections.Should().HaveCount(2);
        document.Sections[0].HeadingPath.Should().BeEmpty("the first heading is the title");
        document.Sections[1].HeadingPath.Should().Equal("Deberes");
        document.Sections[1].Lines.Should().Equal(
            "- Asistir a clase", "- Cumplir", "- Falta: Leve; Sanción: Llamado de atención", "- Falta: Grave; Sanción: Suspensión");
    }
}
