using System.Runtime.InteropServices;
using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Speech;

/// <summary>A region of speech in a recording.</summary>
/// <param name="Start">Its first sample.</param>
/// <param name="End">The sample after its last.</param>
/// <param name="Probability">The average probability of speech, 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SpeechRegion(long Start, long End, float Probability)
{
    /// <summary>Its duration.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)(End - Start) / AudioClip.SampleRate);
}
