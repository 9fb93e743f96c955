namespace AzuSena.Whisper.Audio;

/// <summary>How a sample is written into a WAV file.</summary>
public enum WavEncoding
{
    /// <summary>IEEE 754, 32 bits: as it is.</summary>
    IeeeFloat,

    /// <summary>A whole number of 16 bits: half the size, and read by everything.</summary>
    Pcm16,
}
