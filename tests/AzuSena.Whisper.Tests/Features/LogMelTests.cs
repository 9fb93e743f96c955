using System.Text.Json;

namespace AzuSena.Whisper.Features;

public sealed class LogMelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Window_KnownSound_IsWhatAnotherImplementationGives(int index)
    {
        using var samples = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Features", "Samples", "log-mel.json")));
        var sample = samples.RootElement[index];
        var bands = sample.GetProperty("bands").GetInt32();
        var features = new float[bands * AudioFormat.WindowFrames];

        new LogMel(bands).Window(Sound(sample.GetProperty("length").GetInt32()), features);

        foreach (var frame in sample.GetProperty("frames").EnumerateArray())
        {
            var place = frame.GetProperty("frame").GetInt32();
            var expected = frame.GetProperty("values").EnumerateArray().Select(value => value.GetSingle()).ToArray();
            expected.Should().HaveCount(bands);
            for (var band = 0; band < bands; band++)
            {
                features[(band * AudioFormat.WindowFrames) + place].Should().BeApproximately(expected[band], 1e-5f, "band {0} of frame {1}", band, place);
            }
        }
    }

    [Fact]
    public void Window_NoSound_IsTheFloorEverywhere()
    {
        var features = new float[80 * AudioFormat.WindowFrames];

        new LogMel(80).Window([], features);

        features.Should().OnlyContain(value => value == -1.5f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(199)]
    [InlineData(400)]
    [InlineData(479_999)]
    [InlineData(480_000)]
    public void Window_AnyLength_GivesNumbers(int length)
    {
        var features = new float[80 * AudioFormat.WindowFrames];

        new LogMel(80).Window(Sound(length), features);

        features.Should().OnlyContain(value => float.IsFinite(value) && value >= -1.5f);
    }

    // The same as in Samples/make-log-mel.mjs.
    private static float[] Sound(int length)
    {
        var samples = new float[length];
        long state = 1;
        for (var index = 0; index < length; index++)
        {
            state = state * 16807 % 2147483647;
            samples[index] = (float)((0.4 * Math.Sin(2 * Math.PI * (150 + (0.01 * index)) * index / 16000)) + (0.05 * ((state / 2147483647.0) - 0.5)));
        }

        return samples;
    }
}
