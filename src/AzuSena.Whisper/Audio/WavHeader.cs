using System.Buffers.Binary;

namespace AzuSena.Whisper.Audio;

/// <summary>The header of a WAV file, before its samples.</summary>
/// <param name="Format">The format of the samples.</param>
/// <param name="Length">The samples' length in bytes; null if the header was written before the length was known.</param>
internal readonly record struct WavHeader(WavFormat Format, long? Length)
{
    private const int ChunkHeader = 8;

    // Values from here on are placeholders: ffmpeg writes 0xFFFFFFFF, others 0x7FFFFFFF or a little less.
    private const uint Placeholder = 0x7FFF_0000;

    // The maximum length of a valid header, so that a chunk with a false length is not read without end.
    private const long MaxSkipped = 16L << 20;

    /// <summary>Reads up to the first sample.</summary>
    /// <exception cref="AudioException">The file is not a WAV file, or is damaged.</exception>
    public static async Task<WavHeader> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[WavFormat.MaxLength];
        await FillAsync(stream, buffer.AsMemory(0, 12), cancellationToken);
        var (isRiff, whole) = Riff(buffer);
        if (!isRiff)
        {
            throw new AudioException(AudioProblem.Unsupported, "It is no WAV file.");
        }

        WavFormat? format = null;
        var read = 4L;
        while (true)
        {
            await FillAsync(stream, buffer.AsMemory(0, ChunkHeader), cancellationToken);
            read += ChunkHeader;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(4));
            if (buffer.AsSpan(0, 4).SequenceEqual("data"u8))
            {
                return new WavHeader(format ?? throw Damaged("Its samples come before their format."), DataLength(length, whole, read));
            }

            var padded = length + (length & 1L);
            read += padded;
            if (buffer.AsSpan(0, 4).SequenceEqual("fmt "u8))
            {
                if (format is not null || length > WavFormat.MaxLength)
                {
                    throw Damaged("Its format is stated twice or is too long.");
                }

                await FillAsync(stream, buffer.AsMemory(0, (int)length), cancellationToken);
                format = WavFormat.Parse(buffer.AsSpan(0, (int)length));
                padded -= length;
            }

            if (read > MaxSkipped)
            {
                throw Damaged("What stands before its samples is too long.");
            }

            await SkipAsync(stream, padded, buffer, cancellationToken);
        }
    }

    // RF64 is the same with lengths beyond 4 GB in a separate chunk; supported files are never that long.
    private static (bool IsRiff, uint Whole) Riff(ReadOnlySpan<byte> start) =>
        ((start.StartsWith("RIFF"u8) || start.StartsWith("RF64"u8)) && start[8..12].SequenceEqual("WAVE"u8),
            BinaryPrimitives.ReadUInt32LittleEndian(start[4..]));

    // Zero, in a file without any length, also means a header written before its sound, such as to a pipe.
    private static long? DataLength(uint length, uint whole, long read) => length switch
    {
        >= Placeholder => null,
        0 when whole <= read || whole >= Placeholder => null,
        _ => length,
    };

    private static async Task SkipAsync(Stream stream, long count, byte[] buffer, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            var piece = (int)Math.Min(count, buffer.Length);
            await FillAsync(stream, buffer.AsMemory(0, piece), cancellationToken);
            count -= piece;
        }
    }

    private static async Task FillAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken) < buffer.Length)
        {
            throw Damaged("It ends before its first sample.");
        }
    }

    private static AudioException Damaged(string message) => new(AudioProblem.Damaged, message);
}
