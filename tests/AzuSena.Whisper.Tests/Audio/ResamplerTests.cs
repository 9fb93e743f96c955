using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Tests.Audio;

public sealed class ResamplerTests
{
    // The beginning and the end lie beside silence, which rings; the middle does not.
    private const int Edge = 800;

    [Theory]
    [InlineData(8_000, 1_000)]
    [InlineData(11_025, 3_000)]
    [InlineData(22_050, 440)]
    [InlineData(32_000, 7_000)]
    [InlineData(44_100, 3_000)]
    [InlineData(44_101, 3_000)]
    [InlineData(48_000, 7_000)]
    [InlineData(96_000, 1_000)]
    [InlineData(383_999, 2_500)]
    public void Write_Sine_IsTheSameSineAtSixteenKilohertz(int sampleRate, double hertz)
    {
        var expected = Tone.Sine(hertz, AudioClip.SampleRate, AudioClip.SampleRate);

        var actual = Tone.Resampled(Tone.Sine(hertz, sampleRate, sampleRate), sampleRate);

        actual.Should().HaveCount(AudioClip.SampleRate);
        var error = actual.Zip(expected, (a, b) => a - b).ToArray()[Edge..^Edge];
        Tone.Decibels(Tone.Rms(error) / Tone.Rms(expected)).Should().BeLessThan(-70);
    }

    [Theory]
    [InlineData(22_050, 9_000)]
    [InlineData(44_100, 8_800)]
    [InlineData(44_101, 15_000)]
    [InlineData(48_000, 9_000)]
    [InlineData(48_000, 20_000)]
    [InlineData(96_000, 40_000)]
    public void Write_ToneAboveHearingOfTheTarget_DoesNotFoldBack(int sampleRate, double hertz)
    {
        var tone = Tone.Sine(hertz, sampleRate, sampleRate);

        var heard = Tone.Resampled(tone, sampleRate);

        Tone.Decibels(Tone.Rms(heard.AsSpan()[Edge..^Edge]) / Tone.Rms(tone)).Should().BeLessThan(-75);
    }

    [Theory]
    [InlineData(44_100)]
    [InlineData(8_000)]
    [InlineData(44_101)]
    [InlineData(16_000)]
    public void Write_InPieces_GivesTheSameAsAtOnce(int sampleRate)
    {
        var tone = Tone.Sine(700, sampleRate, sampleRate / 2);

        Tone.Resampled(tone, sampleRate, piece: 37).Should().Equal(Tone.Resampled(tone, sampleRate));
    }

    [Fact]
    public void Write_SixteenKilohertz_IsLeftAsItIs()
    {
        var tone = Tone.Sine(700, AudioClip.SampleRate, 1_000);

        Tone.Resampled(tone, AudioClip.SampleRate).Should().Equal(tone);
    }

    [Theory]
    [InlineData(44_100)]
    [InlineData(8_000)]
    [InlineData(44_101)]
    public void Write_Constant_StaysConstant(int sampleRate)
    {
        var level = Enumerable.Repeat(0.25f, sampleRate).ToArray();

        Tone.Resampled(level, sampleRate)[Edge..^Edge].Should().OnlyContain(sample => Math.Abs(sample - 0.25f) < 1e-5f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Complete_FewSamples_KeepsTheirDuration(int count)
    {
        Tone.Resampled(new float[count], 48_000).Should().HaveCount((int)Math.Ceiling(count / 3.0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void Constructor_ImpossibleRate_Throws(int sampleRate)
    {
        var act = () => new Resampler(sampleRate);

        act.Should().Throw<ArgumentOutOfRangeException>();
    }
}
