using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Features;

/// <summary>The audio parameters of all Whisper models (openai/whisper, <c>audio.py</c>).</summary>
internal static class AudioFormat
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = AudioClip.SampleRate;

    /// <summary>Samples per window of the Fourier transform.</summary>
    public const int WindowLength = 400;

    /// <summary>Samples from one frame to the next.</summary>
    public const int HopLength = 160;

    /// <summary>Bins of a window's spectrum.</summary>
    public const int SpectrumLength = (WindowLength / 2) + 1;

    /// <summary>Frames per second.</summary>
    public const int FramesPerSecond = SampleRate / HopLength;

    /// <summary>Frames of one encoder input: 30 s.</summary>
    public const int WindowFrames = 3000;

    /// <summary>Samples of one encoder input.</summary>
    public const int WindowSamples = WindowFrames * HopLength;
}
