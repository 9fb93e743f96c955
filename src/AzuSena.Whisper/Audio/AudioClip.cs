namespace AzuSena.Whisper.Audio;

/// <summary>Sound in the input format of Whisper.</summary>
/// <param name="Samples"><c>float[n]</c>, mono, 16 kHz, −1 to 1.</param>
public readonly record struct AudioClip(ReadOnlyMemory<float> Samples)
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>Its duration.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}
