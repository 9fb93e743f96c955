using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using AzuSena.Memory.Indexing;
using AzuSena.Testing;

namespace AzuSena.Tests.Memory.Corpus.Formats;

/// <summary>Files that are broken or meant to do harm: each is reported by its name and reason, and the rest is indexed.</summary>
[Trait("Category", "Slow")]
public sealed class HostileFilesTests : IDisposable
{
    private const string Entity = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w">&x;</w:document>""";

    // Made when they are needed: some are large.
    private static readonly Dictionary<string, Func<byte[]>> Contents = new(StringComparer.Ordinal)
    {
        ["cifrado.docx"] = () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ["cifrado.xlsx"] = () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ["cifrado.pdf"] = () => EncryptedPdf(),
        ["bomba.pdf"] = PdfBomb,
        ["entidades.docx"] = () => FormatSamples.DocxWithXml(Entity),
        ["bomba.xlsx"] = () => FormatSamples.Zip(("xl/workbook.xml", Bomb)),
        ["bomba.docx"] = () => FormatSamples.Zip(("word/media/a.png", Zeros)),
        ["hondo.docx"] = () => FormatSamples.DocxWithXml("<w:document xmlns:w=\"w\">" + string.Concat(Enumerable.Repeat("<w:p>", 5_000)) + string.Concat(
            Enumerable.Repeat("</w:p>", 5_000)) + "</w:document>"),
        ["ruta.docx"] = () => FormatSamples.Zip(("../../etc/cron.d/malo", stream => stream.WriteByte(1))),
        ["truncado.docx"] = () => FormatSamples.Docx(FormatSamples.Paragraph("Hola"))[..200],
        ["falso.xlsx"] = () => "no es un libro"u8.ToArray(),
        ["vacio.pdf"] = () => [],
        ["hondo.html"] = () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", 200_000))),
        ["hondo.json"] = () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))),
        ["binario.txt"] = () => [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0xFF, 0x00],
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cifrado.docx", "*protegido con contraseña*")]
    [InlineData("cifrado.xlsx", "*protegido con contraseña*")]
    [InlineData("cifrado.pdf", "*protegido con contraseña*")]
    [InlineData("bomba.pdf", "*se expande demasiado*")]
    [InlineData("entidades.docx", "*entidades XML*")]
    [InlineData("bomba.xlsx", "*se expande demasiado*")]
    [InlineData("bomba.docx", "*se expande demasiado*")]
    [InlineData("hondo.docx", "*anida*")]
    [InlineData("ruta.docx", "*ruta no permitida: «../../etc/cron.d/malo»*")]
    [InlineData("truncado.docx", "*dañado*")]
    [InlineData("falso.xlsx", "*dañado*")]
    [InlineData("vacio.pdf", "*no contiene texto*")]
    [InlineData("hondo.html", "*anida*")]
    [InlineData("hondo.json", "*no es JSON válido*")]
    [InlineData("binario.txt", "*no es texto*")]
    public async Task IndexAsync_HostileFile_IsReportedAndTheRestGoesOn(string name, string reason)
    {
        await File.WriteAllBytesAsync(_folder.Combine(name), Contents[name]());

        var skipped = await IndexAsync();

        skipped.Path.Should().Be(name);
        skipped.Reason.Should().Match(reason);
    }

    [Fact]
    public async Task IndexAsync_HugeFile_IsReportedByItsSizeWithoutBeingRead()
    {
        await using (var file = File.Create(_folder.Combine("enorme.txt")))
        {
            file.SetLength(500L * 1024 * 1024);
        }

        var before = GC.GetTotalAllocatedBytes();
        var skipped = await IndexAsync();

        skipped.Reason.Should().Be("El archivo pasa de 20 MB.");
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(400L * 1024 * 1024);
    }

    [Fact]
    public async Task IndexAsync_LinkOutOfTheFolder_IsNotFollowed()
    {
        using var outside = new TemporaryFolder();
        File.CreateSymbolicLink(_folder.Combine("secreto.md"), outside.Write("secreto.md", "La clave es 1234."));

        (await IndexAsync()).Reason.Should().Be("El archivo es un enlace que sale de la carpeta de documentos.");
    }

    [Fact]
    public async Task IndexAsync_Pipe_IsReportedAndNotOpened()
    {
        using var mkfifo = Process.Start("mkfifo", _folder.Combine("tubo.md"));
        await mkfifo.WaitForExitAsync();

        (await IndexAsync()).Reason.Should().Be("El archivo no contiene texto.");
    }

    [Fact]
    public async Task IndexAsync_PipeAmongTheMappings_IsReportedAndNotOpened()
    {
        Directory.CreateDirectory(_folder.Combine("mappings"));
        using var mkfifo = Process.Start("mkfifo", _folder.Combine("mappings/tubo.json"));
        await mkfifo.WaitForExitAsync();

        (await IndexAsync()).Path.Should().Be("mappings/tubo.json");
    }

    [Theory]
    [InlineData("""{"texto": null}""")]
    [InlineData("""{"texto": [null]}""")]
    [InlineData("""{"texto": ["a"], "notas": null}""")]
    public async Task IndexAsync_MappingWithNulls_IsReported(string mapping)
    {
        _folder.Write("mappings/nulo.json", mapping);

        (await IndexAsync()).Path.Should().Be("mappings/nulo.json");
    }

    [Fact]
    public async Task IndexAsync_BrokenMapping_IsReported()
    {
        _folder.Write("mappings/malo.json", "{\"texto\": []}");

        var skipped = await IndexAsync();

        (skipped.Path, skipped.Reason).Should().Be(("mappings/malo.json", "El archivo de columnas no es válido: texto: []"));
    }

    private async Task<SkippedFile> IndexAsync()
    {
        _folder.Write("bueno.md", "# Bueno\n\nLa matrícula no cuesta.");
        await using var product = new TestProduct(_folder.Path, replace: null, ("Memory:FileTimeoutSeconds", "5"));
        var report = await product.IndexAsync();
        report.Indexed.Should().Be(1);
        return report.Skipped.Should().ContainSingle().Subject;
    }

    private static void Bomb(Stream stream)
    {
        stream.Write("<a>"u8);
        Zeros(stream, (byte)' ');
    }

    private static void Zeros(Stream stream) => Zeros(stream, 0);

    private static void Zeros(Stream stream, byte filler)
    {
        var block = new byte[1024 * 1024];
        Array.Fill(block, filler);
        for (var i = 0; i < 300; i++)
        {
            stream.Write(block);
        }
    }

    private static byte[] EncryptedPdf()
    {
        var text = Encoding.Latin1.GetString(FormatSamples.Pdf([(50, 700, "Texto")]));
        var secret = new string('A', 64);
        return Encoding.Latin1.GetBytes(text.Replace(
            "trailer\n<<",
            $"trailer\n<</Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{secret}>/U<{secret}>>>/ID[<{secret[..32]}><{secret[..32]}>]",
            StringComparison.Ordinal));
    }

    private static byte[] PdfBomb()
    {
        using var stream = new MemoryStream();
        using (var deflate = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            Zeros(deflate);
            Zeros(deflate);
        }

        using var file = new MemoryStream();
        file.Write("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"u8);
        file.Write("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>\nendobj\n"u8);
        file.Write(Encoding.ASCII.GetBytes($"4 0 obj\n<</Length {stream.Length}/Filter/FlateDecode>>stream\n"));
        stream.WriteTo(file);
        file.Write("\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\n%%EOF"u8);
        return file.ToArray();
    }
}
