using System.Runtime.InteropServices;
using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Speech;

/// <summary>A stretch of a recording in which somebody speaks.</summary>
/// <param name="Start">Its first sample.</param>
/// <param name="End">The sample after its last.</param>
/// <param name="Probability">How likely it is speech, on the average, 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SpeechRegion(long Start, long End, float Probability)
{
    /// <summary>Its length.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)(End - Start) / AudioClip.SampleRate);
}
