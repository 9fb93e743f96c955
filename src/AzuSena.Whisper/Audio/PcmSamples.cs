using System.Buffers.Binary;

namespace AzuSena.Whisper.Audio;

/// <summary>Converts frames of any number of channels to one channel of −1 to 1.</summary>
internal static class PcmSamples
{
    /// <summary>Decodes whole frames; channels are averaged, and values beyond full scale are clipped.</summary>
    /// <param name="frames">Bytes, a multiple of the bytes per frame.</param>
    /// <param name="format">The format of the samples.</param>
    /// <param name="mono">Receives one sample per frame.</param>
    /// <exception cref="AudioException">A sample is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<byte> frames, WavFormat format, Span<float> mono)
    {
        var count = frames.Length / format.BytesPerFrame;
        var scale = 1f / format.Channels;
        for (var frame = 0; frame < count; frame++)
        {
            var sum = 0f;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += Sample(frames, format);
                frames = frames[format.BytesPerSample..];
            }

            // A value beyond float's range has become infinite, and the sum of two of those NaN.
            mono[frame] = float.IsFinite(sum)
                ? Math.Clamp(sum * scale, -1, 1)
                : throw new AudioException(AudioProblem.Damaged, "It holds samples that are no numbers.");
        }
    }

    private static float Sample(ReadOnlySpan<byte> bytes, WavFormat format) => (format.BytesPerSample, format.IsFloat) switch
    {
        (1, _) => (bytes[0] - 128) / 128f,
        (2, _) => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32_768f,
        (3, _) => (bytes[0] | (bytes[1] << 8) | ((sbyte)bytes[2] << 16)) / 8_388_608f,
        (4, false) => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2_147_483_648f,
        (4, true) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };
}
