using AzuSena.Whisper.Features;
using AzuSena.Whisper.Speech;

namespace AzuSena.Whisper.Transcription;

/// <summary>Splits a recording into windows of at most 30 s, in pauses if possible, and leaves out the silence between them.</summary>
internal sealed class WindowPlan(IReadOnlyList<SpeechRegion> regions, int length)
{
    // The detector reports beginnings slightly late, and a final breath belongs to its word.
    private const int Margin = AudioFormat.SampleRate / 5;

    /// <summary>The window that begins at a position, or null if there is no speech after it.</summary>
    public SpeechWindow? Next(int from)
    {
        var first = regions.TakeWhile(region => region.End <= from).Count();
        if (first == regions.Count)
        {
            return null;
        }

        var start = (int)Math.Max(from, regions[first].Start - Margin);
        var limit = start + AudioFormat.WindowSamples;
        var last = regions.TakeWhile(region => region.End + Margin <= limit).Count() - 1;
        if (last == regions.Count - 1)
        {
            return new SpeechWindow(start, (int)Math.Min(regions[last].End + Margin, length), EndsInPause: true);
        }

        return last < first
            ? new SpeechWindow(start, Math.Min(limit, length), EndsInPause: false)
            : new SpeechWindow(start, Cut(first, last, start), EndsInPause: true);
    }

    /// <summary>The duration of speech between two positions.</summary>
    public TimeSpan SpeechBetween(TimeSpan start, TimeSpan end) => TimeSpan.FromSeconds(
        regions.Sum(region => Math.Max(
            0,
            Math.Min(region.End, end.TotalSeconds * AudioFormat.SampleRate) - Math.Max(region.Start, start.TotalSeconds * AudioFormat.SampleRate)))
        / AudioFormat.SampleRate);

    /// <summary>The probability of speech there, 0 to 1.</summary>
    public double CertaintyBetween(TimeSpan start, TimeSpan end) =>
        regions.Where(region => region.End > start.TotalSeconds * AudioFormat.SampleRate && region.Start < end.TotalSeconds * AudioFormat.SampleRate)
            .Select(region => (double)region.Probability).DefaultIfEmpty(0).Max();

    // The longest pause of the second half is the most likely end of a sentence; if there is none, the latest pause is used.
    private int Cut(int first, int last, int start)
    {
        var middle = start + (AudioFormat.WindowSamples / 2);
        var late = Enumerable.Range(first, last - first + 1).Where(index => regions[index].End >= middle).ToArray();
        var chosen = late.Length == 0 ? last : late.MaxBy(index => regions[index + 1].Start - regions[index].End);
        return (int)Math.Min(regions[chosen].End + Margin, (regions[chosen].End + regions[chosen + 1].Start) / 2);
    }
}
