using System.IO.Compression;
using System.Text;

namespace AzuSena.Whisper.Decoding;

/// <summary>Measures the repetitiveness of a text by its zlib compression.</summary>
internal static class CompressionRatio
{
    /// <summary>The length divided by the compressed length; 0 for an empty text.</summary>
    public static double Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return compressed.Length == 0 ? 0 : (double)bytes.Length / compressed.Length;
    }
}
