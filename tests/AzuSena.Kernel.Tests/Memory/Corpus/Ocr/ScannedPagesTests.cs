using AzuSena.Memory.Corpus;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Ocr;
using AzuSena.Memory.Corpus.Tables;
using AzuSena.Testing;
using UglyToad.PdfPig.Writer;
using Xunit.Abstractions;

namespace AzuSena.Tests.Memory.Corpus.Ocr;

/// <summary>Pages that are scanned well, askew and coarsely are read nearly word for word.</summary>
[Trait("Category", "Slow")]
public sealed class ScannedPagesTests(ITestOutputHelper output)
{
    private const double Enough = 0.97;

    private const string Text = """
        La etapa productiva dura seis meses y se cumple en una empresa, en un proyecto o con una pasantía. El aprendiz informa a su instructor cada
        quince días con una bitácora, que firma el jefe inmediato. Si la empresa cambia las funciones, el aprendiz debe avisar a la coordinación
        académica antes de ocho días hábiles. Quien no presente evidencias durante tres semanas puede ser citado al comité de evaluación y
        seguimiento, según el artículo 25 del reglamento. La remuneración equivale al setenta y cinco por ciento del salario mínimo durante la
        práctica y la empresa paga la seguridad social completa. Las visitas del instructor son al menos tres: una para planear, otra para revisar el
        avance y la última para calificar. Los certificados se piden por internet y no tienen costo; llegan al correo registrado en un plazo de diez
        días. ¿Qué pasa si la niñez o la señora madre del aprendiz requiere cuidado? Se pide un permiso con los soportes médicos. El número de la
        línea gratuita es 018000910270 y atiende de lunes a viernes.
        """;

    [TesseractFact]
    public async Task Read_CleanScan_HasItsWords() => Judge((await ScannedPage.OfAsync(Text, 300)).ToPdf());

    [TesseractFact]
    public async Task Read_ScanTwoDegreesAskew_HasItsWords() => Judge((await ScannedPage.OfAsync(Text, 300)).ToPdf(degrees: 2));

    [TesseractFact]
    public async Task Read_CoarseGreyScan_HasItsWords() =>
        Judge((await ScannedPage.OfAsync(Text, 150, dot => (byte)(70 + (dot * 0.55)))).ToPdf());

    [TesseractFact]
    public async Task Read_MixedFile_NamesItsPages()
    {
        var file = PdfMerger.Merge([ScannedPage.Typed(Text), (await ScannedPage.OfAsync(Text, 150)).ToPdf(), ScannedPage.Typed(Text)]);
        using var cache = new TemporaryFolder();

        var without = DocumentReader.Read("mixto.pdf", file);
        var with = DocumentReader.Read(Source(file, cache));

        without.Notes.Should().Contain(note => note.Rule == "pages_without_text").Which.Text.Should().Contain("2");
        with.Sections.Where(section => section.Locator!.Ocr is not null).Should().NotBeEmpty().And.OnlyContain(section => section.Locator!.Page == 2);
        with.Sections.Where(section => section.Locator!.Ocr is null).Select(section => section.Locator!.Page).Distinct().Should().Equal(1, 3);
    }

    private void Judge(byte[] file)
    {
        using var cache = new TemporaryFolder();
        var document = DocumentReader.Read(Source(file, cache));

        var read = string.Join('\n', document.Sections.SelectMany(section => section.Lines));
        var share = WordTriples.ShareOfWords(Text, read);
        output.WriteLine($"words {share:0.000}, in order {WordTriples.Share(Text, read):0.000}, confidence {document.Sections[0].Locator!.Ocr:0.00}");
        share.Should().BeGreaterThanOrEqualTo(Enough);
        WordTriples.Share(Text, read).Should().BeGreaterThanOrEqualTo(0.9);
    }

    private static DocumentSource Source(byte[] file, TemporaryFolder cache) => new("escaneo.pdf", file, TableMappings.None) { Ocr = new PageOcr(cache.Path) };
}
