using System.Buffers;
using System.Security.Cryptography;

namespace AzuSena.Faiss.Files;

/// <summary>The SHA-256 checksum of an index file.</summary>
internal static class IndexChecksum
{
    private const int BufferLength = 1 << 18;

    /// <summary>The hash of the first <paramref name="length"/> bytes; the file is left positioned after them.</summary>
    public static byte[] Of(FileStream file, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            file.Position = 0;
            for (var left = length; left > 0;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                file.ReadExactly(part);
                hash.AppendData(part);
                left -= part.Length;
            }

            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
