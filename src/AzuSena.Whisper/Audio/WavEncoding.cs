namespace AzuSena.Whisper.Audio;

/// <summary>The encoding of samples in a WAV file.</summary>
public enum WavEncoding
{
    /// <summary>IEEE 754, 32 bits: unchanged samples.</summary>
    IeeeFloat,

    /// <summary>16-bit integers: half the size, supported by all programs.</summary>
    Pcm16,
}
