using AzuSena.Memory.Corpus;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Memory.Corpus.Ocr;
using AzuSena.Memory.Corpus.Tables;
using AzuSena.Testing;

namespace AzuSena.Tests.Memory.Corpus.Ocr;

[Trait("Category", "Slow")]
public sealed class PageOcrTests
{
    [TesseractFact]
    public void Read_FontWithoutCharacters_IsReadFromThePicture()
    {
        using var cache = new TemporaryFolder();

        var document = DocumentReader.Read(Source(cache));

        document.Sections.SelectMany(section => section.Lines).Should().Contain(line => line.Contains("La oficina de planificación identificó el perfil"));
        document.Sections[0].Locator!.Ocr.Should().BeInRange(0.8, 1);
        document.Sections[0].Locator!.Text.Should().StartWith("página 1, reconocida de una imagen con ");
        Directory.EnumerateFiles(cache.Path).Should().ContainSingle("a picture is recognised once");
    }

    private static DocumentSource Source(TemporaryFolder cache) => new(
        "a.pdf",
        File.ReadAllBytes(Path.Combine(
            Repository.Root, "tests", "AzuSena.Kernel.Tests", "Memory", "Corpus", "Cases", "Files", "04-notounicode.pdf")),
        TableMappings.None)
    {
        Ocr = new PageOcr(cache.Path),
    };
}
