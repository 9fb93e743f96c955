using System.Buffers.Binary;

namespace AzuSena.Whisper.Audio;

/// <summary>Writes clips as WAV files of 16 kHz and one channel.</summary>
public static class WavWriter
{
    private const int HeaderLength = 44;
    private const int Piece = 8_192;

    /// <summary>Writes a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="stream">Receives the file; the caller closes it.</param>
    /// <param name="encoding">The encoding of the samples.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public static async Task WriteAsync(
        AudioClip clip,
        Stream stream,
        WavEncoding encoding = WavEncoding.IeeeFloat,
        CancellationToken cancellationToken = default)
    {
        var size = encoding == WavEncoding.IeeeFloat ? sizeof(float) : sizeof(short);
        await stream.WriteAsync(Header(clip.Samples.Length * size, size), cancellationToken);
        var buffer = new byte[Piece * size];
        for (var start = 0; start < clip.Samples.Length; start += Piece)
        {
            var samples = clip.Samples[start..Math.Min(start + Piece, clip.Samples.Length)];
            Encode(samples.Span, buffer, encoding);
            await stream.WriteAsync(buffer.AsMemory(0, samples.Length * size), cancellationToken);
        }
    }

    /// <summary>Returns a clip as a WAV file, positioned at its beginning.</summary>
    public static async Task<MemoryStream> ToStreamAsync(
        AudioClip clip,
        WavEncoding encoding = WavEncoding.IeeeFloat,
        CancellationToken cancellationToken = default)
    {
        var stream = new MemoryStream(HeaderLength + (clip.Samples.Length * (encoding == WavEncoding.IeeeFloat ? sizeof(float) : sizeof(short))));
        await WriteAsync(clip, stream, encoding, cancellationToken);
        stream.Position = 0;
        return stream;
    }

    private static byte[] Header(int length, int size)
    {
        var header = new byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), HeaderLength - 8 + length);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), (short)(size == sizeof(float) ? 3 : 1));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), AudioClip.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), AudioClip.SampleRate * size);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), (short)size);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), (short)(size * 8));
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), length);
        return header;
    }

    private static void Encode(ReadOnlySpan<float> samples, Span<byte> bytes, WavEncoding encoding)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            if (encoding == WavEncoding.IeeeFloat)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], samples[i]);
            }
            else
            {
                BinaryPrimitives.WriteInt16LittleEndian(bytes[(i * sizeof(short))..], (short)Math.Round(Math.Clamp(samples[i], -1f, 1f) * short.MaxValue));
            }
        }
    }
}
