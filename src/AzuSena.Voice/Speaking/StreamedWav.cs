using System.Buffers.Binary;

namespace AzuSena.Voice.Speaking;

/// <summary>
/// The header of a WAV file that is written before its length is known. Its lengths are the largest possible values, which ffmpeg writes for streams too and
/// players treat as "to the end".
/// </summary>
internal static class StreamedWav
{
    /// <summary>Its bytes.</summary>
    public const int HeaderLength = 44;

    private const uint Unknown = uint.MaxValue;

    /// <summary>Sets the lengths.</summary>
    /// <param name="header">The header that a program wrote to a pipe.</param>
    /// <param name="bytesPerSecond">The bytes per second of its sound.</param>
    /// <returns>Whether it is a WAV header.</returns>
    public static bool TryComplete(Span<byte> header, out int bytesPerSecond)
    {
        bytesPerSecond = 0;
        if (header.Length < HeaderLength
            || !header.StartsWith("RIFF"u8)
            || !header[8..16].SequenceEqual("WAVEfmt "u8)
            || !header[36..40].SequenceEqual("data"u8))
        {
            return false;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Unknown);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], Unknown);
        bytesPerSecond = BinaryPrimitives.ReadInt32LittleEndian(header[28..]);
        return bytesPerSecond > 0;
    }
}
