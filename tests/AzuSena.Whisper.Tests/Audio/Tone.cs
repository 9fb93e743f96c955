using System.Buffers;
using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Tests.Audio;

/// <summary>Sounds whose right form is known.</summary>
internal static class Tone
{
    public static float[] Sine(double hertz, int sampleRate, int count, double amplitude = 0.5) =>
        [.. Enumerable.Range(0, count).Select(n => (float)(amplitude * Math.Sin(2 * Math.PI * hertz * n / sampleRate)))];

    public static float[] Resampled(ReadOnlySpan<float> samples, int sampleRate, int piece = int.MaxValue)
    {
        var resampler = new Resampler(sampleRate);
        var output = new ArrayBufferWriter<float>();
        while (samples.Length > 0)
        {
            var next = Math.Min(piece, samples.Length);
            resampler.Write(samples[..next], output);
            samples = samples[next..];
        }

        resampler.Complete(output);
        return output.WrittenSpan.ToArray();
    }

    public static double Decibels(double ratio) => 20 * Math.Log10(ratio);

    public static double Rms(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / samples.Length);
    }
}
