using System.IO.Compression;
using System.Text;

namespace AzuSena.Models.ModelFiles;

/// <summary>
/// What makes a model's file out of another's, as <c>bench/reader/delta.py</c> writes it. gzip of: the number of segments (32 bits), of each the offset
/// in the original, or -1, and the length (64 bits each), all little-endian; then the bytes of one segment after the other. A segment with an offset is
/// that part of the original plus these bytes, modulo 256, so that what changed little packs well; one without is these bytes.
/// </summary>
internal static class ModelDelta
{
    /// <summary>Applies a delta.</summary>
    /// <param name="original">The other model's file.</param>
    /// <param name="delta">The delta.</param>
    /// <exception cref="InvalidDataException">The delta is damaged, or is one for another file.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> original, Stream delta)
    {
        using var unzipped = new GZipStream(delta, CompressionMode.Decompress);
        using var reader = new BinaryReader(unzipped, Encoding.UTF8);
        try
        {
            var segments = new (long Offset, long Length)[reader.ReadInt32()];
            foreach (ref var segment in segments.AsSpan())
            {
                segment = (reader.ReadInt64(), reader.ReadInt64());
            }

            var result = new byte[segments.Sum(segment => segment.Length)];
            var position = 0;
            foreach (var (offset, length) in segments)
            {
                var piece = result.AsSpan(position, checked((int)length));
                unzipped.ReadExactly(piece);
                if (offset >= 0)
                {
                    Add(original.Slice(checked((int)offset), piece.Length), piece);
                }

                position += piece.Length;
            }

            return result;
        }
        catch (Exception exception) when (exception is EndOfStreamException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The delta is damaged, or is one for another file.", exception);
        }
    }

    private static void Add(ReadOnlySpan<byte> original, Span<byte> piece)
    {
        for (var index = 0; index < piece.Length; index++)
        {
            piece[index] = unchecked((byte)(piece[index] + original[index]));
        }
    }
}
