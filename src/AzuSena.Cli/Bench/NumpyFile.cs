using System.Runtime.InteropServices;
using System.Text;

namespace AzuSena.Cli.Bench;

/// <summary>The <c>.npy</c> format, version 1.0, from which numpy reads the same vectors.</summary>
internal static class NumpyFile
{
    private const int Alignment = 64;
    private const int Part = 1 << 24;

    /// <summary>Writes <c>float[n, dim]</c>.</summary>
    public static void Write(string path, ReadOnlySpan<float> vectors, int dimension)
    {
        using var file = File.Create(path);
        file.Write(Header(vectors.Length / dimension, dimension));
        for (; !vectors.IsEmpty; vectors = vectors[Math.Min(Part, vectors.Length)..])
        {
            file.Write(MemoryMarshal.AsBytes(vectors[..Math.Min(Part, vectors.Length)]));
        }
    }

    private static byte[] Header(int count, int dimension)
    {
        var description = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({count}, {dimension}), }}";
        const int Before = 10;
        var padded = (((Before + description.Length) / Alignment) + 1) * Alignment;
        var length = padded - Before;
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(description.PadRight(length - 1)), (byte)'\n'];
    }
}
