namespace AzuSena.Voice.Recordings;

/// <summary>Detects the format of a recording from its first bytes; the format declared in a request is ignored.</summary>
internal static class FormatSniffing
{
    /// <summary>The number of bytes needed.</summary>
    public const int Length = 16;

    private const byte FirstSync = 0xFF;

    /// <summary>The format, or null if it is not supported.</summary>
    /// <param name="start">The first <see cref="Length"/> bytes, or all if there are fewer.</param>
    public static RecordingFormat? Sniff(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 12 && (start.StartsWith("RIFF"u8) || start.StartsWith("RF64"u8)) && start[8..12].SequenceEqual("WAVE"u8))
        {
            return RecordingFormat.Wav;
        }

        if (start.StartsWith("OggS"u8))
        {
            return RecordingFormat.Ogg;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
        {
            return RecordingFormat.WebM;
        }

        if (start.Length >= 8 && start[4..8].SequenceEqual("ftyp"u8))
        {
            return RecordingFormat.Mp4;
        }

        return start.StartsWith("fLaC"u8) ? RecordingFormat.Flac
            : start.StartsWith("ID3"u8) ? RecordingFormat.Mp3
            : SniffFrame(start);
    }

    // ADTS: ISO/IEC 13818-7, 6.2: twelve bits of sync and layer 0. MPEG audio: ISO/IEC 11172-3, 2.4.1.3: eleven bits of sync, then version, layer 3, and
    // neither the reserved version nor an impossible rate.
    private static RecordingFormat? SniffFrame(ReadOnlySpan<byte> start)
    {
        if (start.Length < 4 || start[0] != FirstSync)
        {
            return null;
        }

        if ((start[1] & 0xF6) == 0xF0)
        {
            return ((start[2] >> 2) & 0xF) < 13 ? RecordingFormat.Aac : null;
        }

        var isLayer3 = (start[1] & 0xE6) == 0xE2 && (start[1] & 0x18) != 0x08;
        return isLayer3 && (start[2] & 0xF0) is not (0xF0 or 0) && (start[2] & 0x0C) != 0x0C ? RecordingFormat.Mp3 : null;
    }
}
