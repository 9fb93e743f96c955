using System.Globalization;
using System.IO.Compression;
using System.Text;
using AzuSena.Testing;
using AzuSena.Tests.Memory.Corpus.Formats;

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

        return FormatSamples.Pdf([.. lines.Select((line, i) => (70.0, 770.0 - (15 * i), line))]);
    }

    /// <summary>A PDF with this picture as its only page.</summary>
    /// <param name="degrees">How far the page lies askew.</param>
    public byte[] ToPdf(double degrees = 0)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var drawing = string.Create(
            CultureInfo.InvariantCulture,
            $"q {PageWidth * cos:0.###} {PageWidth * sin:0.###} {-PageHeight * sin:0.###} {PageHeight * cos:0.###} 10 0 cm /I Do Q");
        using var file = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>");
        Object($"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream");
        var packed = Packed();
        Object(
            $"<< /Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
            + $" /Length {packed.Length} >>\nstream\n",
            packed);
        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Object(string text, byte[]? stream = null)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{text}");
            file.Write(stream ?? []);
            Write(stream is null ? "\nendobj\n" : "\nendstream\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
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
