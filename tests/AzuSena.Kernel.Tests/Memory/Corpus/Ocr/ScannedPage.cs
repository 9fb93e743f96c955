using System.Globalization;
using System.IO.Compression;
using System.Text;
using AzuSena.Testing;

namespace AzuSena.Tests.Memory.Corpus.Ocr;

/// <summary>A picture of a page of text, and PDFs made of such pictures.</summary>
/// <param name="Width">Its width in dots.</param>
/// <param name="Height">Its height in dots.</param>
/// <param name="Dots">A byte for each dot, from black to white.</param>
internal sealed record ScannedPage(int Width, int Height, byte[] Dots)
{
    private const int PageWidth = 595;
    private const int PageHeight = 842;
    private const int LineLength = 84;

    /// <summary>Draws a page with a text.</summary>
    public static async Task<ScannedPage> OfAsync(string text, int resolution, Func<byte, byte>? shade = null)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("a.pdf");
        await File.WriteAllBytesAsync(file, Typed(text));
        var root = folder.Combine("p");
        await ProcessRun.OfAsync("pdftoppm", ["-r", $"{resolution}", "-gray", "-singlefile", file, root]);
        var picture = await File.ReadAllBytesAsync(root + ".pgm");

        // P5, width and height, the value of white, each on a line; then the dots.
        var start = 0;
        for (var lines = 0; lines < 3; start++)
        {
            lines += picture[start] == '\n' ? 1 : 0;
        }

        var size = Encoding.ASCII.GetString(picture, 0, start).Split((char[])['\n', ' '])[1..3];
        var dots = picture[start..];
        return new ScannedPage(
            int.Parse(size[0], CultureInfo.InvariantCulture),
            int.Parse(size[1], CultureInfo.InvariantCulture),
            shade is null ? dots : Array.ConvertAll(dots, dot => shade(dot)));
    }

    /// <summary>A page of plain text, not scanned.</summary>
    public static byte[] Typed(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length + word.Length >= LineLength)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        var drawing = $"BT /F 11 Tf 15 TL 60 770 Td {string.Concat(lines.Select(line => $"({line}) Tj T* "))}ET";
        return Pdf(drawing, "/Font << /F 5 0 R >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    /// <summary>A PDF with this picture as its only page.</summary>
    /// <param name="degrees">How far the page lies askew.</param>
    public byte[] ToPdf(double degrees = 0)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var drawing = string.Create(
            CultureInfo.InvariantCulture,
            $"q {PageWidth * cos:0.###} {PageWidth * sin:0.###} {-PageHeight * sin:0.###} {PageHeight * cos:0.###} 10 0 cm /I Do Q");
        var packed = Packed();
        return Pdf(
            drawing,
            "/XObject << /I 5 0 R >>",
            $"<< /Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
            + $" /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed)}\nendstream");
    }

    // A page with one resource.
    private static byte[] Pdf(string drawing, string resources, string resource)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Contents 4 0 R /Resources << {resources} >> >>",
            $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream",
            resource,
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        foreach (var (i, content) in objects.Index())
        {
            places.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{places}");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(Dots);
        }

        return packed.ToArray();
    }
}
