using System.Buffers.Binary;

namespace AzuSena.Whisper.Audio;

/// <summary>
/// The sample format of a WAV file, from its <c>fmt </c> chunk. Source: Microsoft, "Multiple Channel Audio Data and WAVE Files" (WAVEFORMATEX and
/// WAVEFORMATEXTENSIBLE).
/// </summary>
/// <param name="SampleRate">Frames per second.</param>
/// <param name="Channels">Samples per frame.</param>
/// <param name="BytesPerSample">1 (unsigned), 2, 3 or 4 for integers, 4 or 8 for floating point; little-endian.</param>
/// <param name="IsFloat">Whether samples are IEEE 754 numbers.</param>
public readonly record struct WavFormat(int SampleRate, int Channels, int BytesPerSample, bool IsFloat)
{
    /// <summary>The lowest supported rate.</summary>
    public const int MinSampleRate = 4_000;

    /// <summary>The highest supported rate.</summary>
    public const int MaxSampleRate = 384_000;

    /// <summary>The maximum number of channels.</summary>
    public const int MaxChannels = 32;

    /// <summary>The maximum length of a <c>fmt </c> chunk.</summary>
    internal const int MaxLength = 512;

    private const int MinLength = 16;
    private const int ExtensibleLength = 40;
    private const ushort Pcm = 1;
    private const ushort Float = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Bytes per frame.</summary>
    public int BytesPerFrame => Channels * BytesPerSample;

    // The last 14 bytes of a sub-format that corresponds to a plain format tag.
    private static ReadOnlySpan<byte> TagGuid => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Reads the body of a <c>fmt </c> chunk.</summary>
    /// <exception cref="AudioException">It is damaged, or the encoding is not supported.</exception>
    internal static WavFormat Parse(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < MinLength)
        {
            throw Damaged("Its format is cut short.");
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        var align = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag == Extensible)
        {
            tag = SubFormat(chunk);
        }

        if (channels is 0 or > MaxChannels || rate is < MinSampleRate or > MaxSampleRate)
        {
            throw Damaged($"It states {channels} channels at {rate} Hz.");
        }

        var format = (tag, bits) switch
        {
            (Pcm, 8 or 16 or 24 or 32) or (Float, 32 or 64) => new WavFormat((int)rate, channels, bits / 8, tag == Float),
            (Pcm or Float, _) => throw Damaged($"It states samples of {bits} bits."),
            _ => throw new AudioException(AudioProblem.Unsupported, $"WAV encoding {tag} is not read here."),
        };

        // The stated bytes per second are often wrong and never needed; the bytes per frame are used for reading.
        return align == format.BytesPerFrame ? format : throw Damaged($"It states frames of {align} bytes.");
    }

    private static ushort SubFormat(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < ExtensibleLength)
        {
            throw Damaged("Its extended format is cut short.");
        }

        return chunk[26..ExtensibleLength].SequenceEqual(TagGuid)
            ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..])
            : throw new AudioException(AudioProblem.Unsupported, "Its sub-format is not known here.");
    }

    private static AudioException Damaged(string message) => new(AudioProblem.Damaged, message);
}
