using AzuSena.Whisper.Support;

namespace AzuSena.Whisper.Speech;

public sealed class SpeechActivityTests
{
    private const int Frame = ISpeechDetector.FrameLength;

    [Fact]
    public void Add_SpeechThenSilence_TellsBeginningAndEnd()
    {
        using var activity = Create(10, [.. Enumerable.Repeat(0.9f, 20), .. Enumerable.Repeat(0.1f, 20)]);

        activity.Add(new float[10 * Frame]);
        activity.HasBegun.Should().BeFalse();
        activity.Add(new float[15 * Frame]);
        (activity.HasBegun, activity.IsSpeaking, activity.HasEnded).Should().Be((true, true, false));
        activity.Add(new float[25 * Frame]);

        (activity.HasBegun, activity.IsSpeaking, activity.HasEnded).Should().Be((true, false, true));
        activity.Regions.Should().ContainSingle().Which.Should().Be(new SpeechRegion(10 * Frame, 30 * Frame, 0.9f));
    }

    [Fact]
    public void Add_ChunksOfAnySize_GiveTheSame()
    {
        using var activity = Create(3, [.. Enumerable.Repeat(0.9f, 20), .. Enumerable.Repeat(0.1f, 30)]);
        for (var left = 53 * Frame; left > 0; left -= 333)
        {
            activity.Add(new float[Math.Min(333, left)]);
        }

        activity.Regions.Should().ContainSingle().Which.Start.Should().Be(3 * Frame);
    }

    [Fact]
    public void Add_Click_IsNoSpeech()
    {
        using var activity = Create(2, [.. Enumerable.Repeat(0.9f, 3), .. Enumerable.Repeat(0.1f, 30)]);

        activity.Add(new float[35 * Frame]);
        activity.Complete();

        activity.HasBegun.Should().BeFalse();
        activity.HasEnded.Should().BeFalse();
        activity.Regions.Should().BeEmpty();
    }

    [Fact]
    public void Add_ShortPause_BelongsToWhatIsSaid()
    {
        using var activity = Create(0, [.. Enumerable.Repeat(0.9f, 20), .. Enumerable.Repeat(0.1f, 5), .. Enumerable.Repeat(0.9f, 20)]);

        activity.Add(new float[45 * Frame]);
        activity.Complete();

        activity.Regions.Should().ContainSingle().Which.End.Should().Be(45 * Frame);
    }

    [Fact]
    public void Complete_InTheMiddleOfAFrame_EndsWhatIsSaidWithTheSound()
    {
        using var activity = Create(0, [.. Enumerable.Repeat(0.9f, 21)]);

        activity.Add(new float[(20 * Frame) + 5]);
        activity.Complete();

        activity.HasEnded.Should().BeTrue();
        activity.Regions.Should().ContainSingle().Which.End.Should().Be((20 * Frame) + 5);
    }

    [Fact]
    public void EnergyDetector_SilenceNoiseAndATone_IsNoSpeech()
    {
        using var detector = new EnergyDetector();
        foreach (var sound in (float[][])[Sounds.Silence(10), Sounds.Noise(10, 0.001f), Sounds.Noise(10, 0.3f)])
        {
            using var activity = new SpeechActivity(detector);
            activity.Add(sound);
            activity.Complete();
            activity.Regions.Should().BeEmpty();
        }
    }

    [Fact]
    public void EnergyDetector_BurstsOverQuiet_IsSpeech()
    {
        using var detector = new EnergyDetector();
        using var activity = new SpeechActivity(detector);
        var quiet = Sounds.Noise(1, 0.001f);
        activity.Add(quiet);
        for (var syllable = 0; syllable < 8; syllable++)
        {
            activity.Add(Sounds.Noise(0.15, 0.2f));
            activity.Add(quiet.AsSpan(0, 1200));
        }

        activity.Add(quiet);

        activity.HasEnded.Should().BeTrue();
        activity.Regions.Should().ContainSingle().Which.Duration.TotalSeconds.Should().BeInRange(1.3, 2.2);
    }

    private static SpeechActivity Create(int silentFrames, params float[] probabilities) =>
        new(new ScriptedDetector([.. new float[silentFrames], .. probabilities]));

    private sealed class ScriptedDetector(float[] probabilities) : ISpeechDetector
    {
        public ISpeechTracker Start() => new Tracker(probabilities);

        public void Dispose()
        {
            // There is nothing to free.
        }

        private sealed class Tracker(float[] probabilities) : ISpeechTracker
        {
            private int _next;

            public float Judge(ReadOnlySpan<float> frame) => _next < probabilities.Length ? probabilities[_next++] : 0;

            public void Dispose()
            {
                // There is nothing to free.
            }
        }
    }
}
