using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Support;

/// <summary>Sounds in which nobody speaks.</summary>
internal static class Sounds
{
    private const int Rate = AudioClip.SampleRate;

    public static float[] Silence(double seconds) => new float[(int)(seconds * Rate)];

    public static float[] Noise(double seconds, float loudness)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(_ => loudness * ((2 * random.NextSingle()) - 1))];
    }

    /// <summary>Chords of plucked strings with a drum, 100 beats a minute.</summary>
    public static float[] Music(double seconds)
    {
        double[][] chords = [[220, 261.6, 329.6], [174.6, 220, 261.6], [261.6, 329.6, 392], [196, 246.9, 293.7]];
        var random = new Random(8);
        var samples = new float[(int)(seconds * Rate)];
        for (var index = 0; index < samples.Length; index++)
        {
            var time = (double)index / Rate;
            var beat = time / 0.6;
            var within = (beat - Math.Floor(beat)) * 0.6;
            var chord = chords[(int)beat / 4 % chords.Length];
            var strings = chord.Sum(hertz =>
                Enumerable.Range(1, 6).Sum(harmonic => Math.Sin(2 * Math.PI * hertz * harmonic * time) / (harmonic * harmonic)) * Math.Exp(-3 * within));
            var drum = Math.Exp(-40 * within) * ((2 * random.NextDouble()) - 1);
            samples[index] = (float)((0.12 * strings) + (0.25 * drum));
        }

        return samples;
    }
}
