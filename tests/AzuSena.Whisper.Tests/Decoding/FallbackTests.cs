namespace AzuSena.Whisper.Decoding;

public sealed class FallbackTests
{
    [Theory]
    [InlineData(-0.5, 1.5, false, false)]
    [InlineData(-1.1, 1.5, false, true)]
    [InlineData(-0.5, 2.5, false, true)]
    [InlineData(-0.5, 1.5, true, true)]
    public void HasFailed_ByTheReferencesThresholds(double logProbability, double ratio, bool isLoop, bool expected) =>
        FallbackDecoder.HasFailed(Text(logProbability, 0.1, ratio, isLoop), WhisperOptions.Default).Should().Be(expected);

    [Theory]
    [InlineData(-1.1, 0.7, true)]
    [InlineData(-0.9, 0.7, false)]
    [InlineData(-1.1, 0.5, false)]
    public void IsSilence_UnlikelyTextAndTheModelsWord(double logProbability, double noSpeech, bool expected) =>
        FallbackDecoder.IsSilence(Text(logProbability, noSpeech, 1, isLoop: false), WhisperOptions.Default).Should().Be(expected);

    [Fact]
    public void CompressionRatio_RepeatedText_IsHigh()
    {
        CompressionRatio.Of("El SENA ofrece formación gratuita en todo el país, con horarios de día y de noche.").Should().BeLessThan(1.5);
        CompressionRatio.Of(string.Concat(Enumerable.Repeat("gracias por ver el video ", 20))).Should().BeGreaterThan(2.4);
        CompressionRatio.Of("").Should().Be(0);
    }

    [Fact]
    public void PeriodAtEnd_Circle_IsFoundAndCutToOneRound()
    {
        int[] tokens = [9, 8, .. Enumerable.Repeat((int[])[1, 2, 3, 4, 5], 6).SelectMany(round => round)];

        RepetitionLoop.PeriodAtEnd(tokens).Should().Be(5);
        RepetitionLoop.Cut(tokens).Should().Equal(9, 8, 1, 2, 3, 4, 5);
    }

    [Fact]
    public void PeriodAtEnd_WhatSomebodyMaySay_IsNone()
    {
        int[] tokens = [1, 2, 1, 2, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 1, 1, 1];

        RepetitionLoop.PeriodAtEnd(tokens).Should().BeNull();
        RepetitionLoop.Cut(tokens).Should().Equal(tokens);
    }

    [Fact]
    public void Draw_ManyTimes_FollowsTheProbabilities()
    {
        float[] logits = [float.NegativeInfinity, MathF.Log(1), MathF.Log(3)];
        var random = new Random(1);

        var counts = Enumerable.Range(0, 4000).Select(_ => LogProbabilities.Draw(logits, 1, random)).CountBy(token => token).ToDictionary();

        counts.Should().NotContainKey(0);
        counts[2].Should().BeInRange(2850, 3150);
    }

    private static DecodedText Text(double logProbability, double noSpeech, double ratio, bool isLoop) => new([], "", logProbability, noSpeech, ratio, isLoop);
}
