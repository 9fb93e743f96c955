using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Speech;
using FsCheck.Xunit;

namespace AzuSena.Whisper.Transcription;

public sealed class WindowPlanTests
{
    private const int Second = AudioClip.SampleRate;

    [Fact]
    public void Next_ShortRecording_IsOneWindowAroundWhatIsSaid()
    {
        var plan = Plan(12, (2, 4), (5, 9));

        plan.Next(0).Should().Be(new SpeechWindow((int)(1.8 * Second), (int)(9.2 * Second), EndsInPause: true));
        plan.Next((int)(9.2 * Second)).Should().BeNull();
    }

    [Fact]
    public void Next_NobodySpeaks_IsNone() => Plan(60).Next(0).Should().BeNull();

    [Fact]
    public void Next_LongRecording_IsCutInTheLongestPauseOfTheSecondHalf()
    {
        var window = Plan(60, (0, 10), (12, 18), (18.3, 22), (23, 29), (29.5, 50)).Next(0)!.Value;

        window.EndsInPause.Should().BeTrue();
        window.End.Should().BeInRange(22 * Second, 23 * Second);
    }

    [Fact]
    public void Next_NoPauseInThirtySeconds_IsCutInSpeech()
    {
        var window = Plan(60, (1, 59)).Next(0)!.Value;

        (window.EndsInPause, window.End - window.Start).Should().Be((false, 30 * Second));
    }

    [Property(MaxTest = 200)]
    public bool Next_AnyRecording_HearsEverythingThatIsSaidOnce(byte[]? lengths)
    {
        var regions = new List<(double, double)>();
        double place = 0;
        foreach (var length in lengths ?? [])
        {
            regions.Add((place + (length % 7 * 0.4) + 0.3, place + (length % 7 * 0.4) + 0.3 + (length * 0.2) + 0.3));
            place = regions[^1].Item2;
        }

        var plan = Plan(place + 1, [.. regions]);
        var heard = 0;
        for (var from = 0; plan.Next(from) is { } window; from = window.End)
        {
            if (window.Start < from || window.End <= window.Start || window.End - window.Start > 30 * Second || Unheard(plan, from, window.Start) > 0)
            {
                return false;
            }

            heard = window.End;
        }

        return Unheard(plan, heard, (int)((place + 1) * Second)) == 0;
    }

    private static double Unheard(WindowPlan plan, int from, int to) =>
        plan.SpeechBetween(TimeSpan.FromSeconds((double)from / Second), TimeSpan.FromSeconds((double)to / Second)).TotalMilliseconds;

    private static WindowPlan Plan(double seconds, params (double Start, double End)[] regions) =>
        new([.. regions.Select(region => new SpeechRegion((long)(region.Start * Second), (long)(region.End * Second), 0.9f))], (int)(seconds * Second));
}
