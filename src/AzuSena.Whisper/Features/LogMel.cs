using System.Numerics.Tensors;

namespace AzuSena.Whisper.Features;

/// <summary>
/// A recording's log-mel spectrogram, as in openai/whisper's <c>log_mel_spectrogram</c>: padded by reflection of half a window at both ends, log10 of the
/// bands' energies, at most 8 below the maximum, then (x + 4) / 4.
/// </summary>
internal sealed class LogMel(int bands)
{
    private const double Least = 1e-10;

    private readonly MelFilters _filters = new(bands);

    /// <summary>The number of bands.</summary>
    public int Bands => _filters.Count;

    /// <summary>The spectrogram of 30 s: longer input is truncated, shorter input is padded with silence.</summary>
    /// <param name="samples"><c>float[n]</c>, 16 kHz.</param>
    /// <param name="features"><c>float[bands][3000]</c>, contiguous; the output.</param>
    public void Window(ReadOnlySpan<float> samples, Span<float> features)
    {
        var used = samples[..Math.Min(samples.Length, AudioFormat.WindowSamples)];
        Compute(used, AudioFormat.WindowSamples, AudioFormat.WindowFrames, features);
    }

    /// <summary>The spectrogram of samples padded with silence to <paramref name="length"/>.</summary>
    internal void Compute(ReadOnlySpan<float> samples, int length, int frames, Span<float> features)
    {
        var floor = (float)Math.Log10(Least);
        features.Fill(floor);

        // Frames of silence only are at the floor already.
        var sounding = Math.Min(frames, ((samples.Length + (AudioFormat.WindowLength / 2)) / AudioFormat.HopLength) + 1);
        if (length - samples.Length < AudioFormat.WindowLength)
        {
            sounding = frames;
        }

        var spectrum = new PowerSpectrum();
        Span<float> window = stackalloc float[AudioFormat.WindowLength];
        Span<double> power = stackalloc double[AudioFormat.SpectrumLength];
        for (var frame = 0; frame < sounding; frame++)
        {
            Cut(samples, length, (frame * AudioFormat.HopLength) - (AudioFormat.WindowLength / 2), window);
            spectrum.Compute(window, power);
            for (var band = 0; band < Bands; band++)
            {
                features[(band * frames) + frame] = (float)Math.Log10(Math.Max(Least, _filters.Apply(band, power)));
            }
        }

        TensorPrimitives.Max(features, TensorPrimitives.Max<float>(features) - 8, features);
        TensorPrimitives.Add(features, 4, features);
        TensorPrimitives.Multiply(features, 0.25f, features);
    }

    private static void Cut(ReadOnlySpan<float> samples, int length, int start, Span<float> window)
    {
        if (start >= 0 && start + window.Length <= samples.Length)
        {
            samples.Slice(start, window.Length).CopyTo(window);
            return;
        }

        for (var index = 0; index < window.Length; index++)
        {
            var place = Math.Abs(start + index);
            place = place >= length ? (2 * (length - 1)) - place : place;
            window[index] = place < samples.Length && place >= 0 ? samples[place] : 0;
        }
    }
}
