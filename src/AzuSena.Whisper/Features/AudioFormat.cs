using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Features;

/// <summary>What every Whisper model was trained with (openai/whisper, <c>audio.py</c>).</summary>
internal static class AudioFormat
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = AudioClip.SampleRate;

    /// <summary>Samples under one window of the Fourier transform.</summary>
    public const int WindowLength = 400;

    /// <summary>Samples from one frame to the next.</summary>
    public const int HopLength = 160;

    /// <summary>Bins of a window's spectrum.</summary>
    public const int SpectrumLength = (WindowLength / 2) + 1;

    /// <summary>Frames a second.</summary>
    public const int FramesPerSecond = SampleRate / HopLength;

    /// <summary>Frames that the encoder reads at once: 30 s.</summary>
    public const int WindowFrames = 3000;

    /// <summary>Samples that the encoder reads at once.</summary>
    public const int WindowSamples = WindowFrames * HopLength;
}
