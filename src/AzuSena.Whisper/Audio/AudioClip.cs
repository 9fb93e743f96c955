namespace AzuSena.Whisper.Audio;

/// <summary>Sound as Whisper takes it.</summary>
/// <param name="Samples"><c>float[n]</c>, mono, 16 kHz, −1 to 1.</param>
public readonly record struct AudioClip(ReadOnlyMemory<float> Samples)
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>Its length.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}
