using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Speech;

namespace AzuSena.Whisper.Transcription;

public sealed class ResumeTests
{
    private const int Second = AudioClip.SampleRate;

    private static readonly WindowPlan Plan = new([new SpeechRegion(0, 60 * Second, 0.9f)], 60 * Second);

    [Fact]
    public void Resume_SentenceThatTheWindowCuts_IsHeardAgainWhole()
    {
        var (pieces, position) = Resume(endsInPause: false, leastStep: 1, new(0, 24, "Una."), new(24, null, "Otra que"));

        pieces.Should().ContainSingle();
        position.Should().Be(24 * Second);
    }

    [Fact]
    public void Resume_OneSentenceLongerThanTheWindow_IsKept()
    {
        var (pieces, position) = Resume(endsInPause: false, leastStep: 1, new WindowPiece(0, null, "Sin fin"));

        pieces.Should().ContainSingle();
        position.Should().Be(30 * Second);
    }

    [Theory]
    [InlineData(true, 28.5, 30)]
    [InlineData(true, 20, 20)]
    [InlineData(false, 29.9, 30)]
    [InlineData(false, 29.5, 29.5)]
    public void Resume_ModelLeftOffEarly_GoesOnWhereSpeechWasNotWritten(bool endsInPause, double end, double expected) =>
        Resume(endsInPause, leastStep: 1, new WindowPiece(0, end, "Algo.")).Position.Should().Be((int)(expected * Second));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 5)]
    public void Resume_NextToNothingWritten_GoesOnByTheLeastStep(double leastStep, double expected) =>
        Resume(endsInPause: false, leastStep, new WindowPiece(0, 2, "Eh.")).Position.Should().Be((int)(expected * Second));

    [Fact]
    public void Resume_NothingWritten_GoesOnAfterTheWindow() => Resume(endsInPause: false, leastStep: 1).Position.Should().Be(30 * Second);

    private static (IReadOnlyList<WindowPiece> Pieces, int Position) Resume(bool endsInPause, double leastStep, params WindowPiece[] pieces) =>
        ClipTranscriber.Resume(pieces, new SpeechWindow(0, 30 * Second, endsInPause), Plan, leastStep);
}
