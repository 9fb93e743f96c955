using AzuSena.Evaluation;
using AzuSena.Testing;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Support;

namespace AzuSena.Whisper.Conformance;

/// <summary>What every engine does with a recording; the pieces before and after its networks are the same.</summary>
[Trait("Category", "Slow")]
public abstract class SpeechEngineTests(SpeechModelFixture whisper)
{
    [WhisperFact("fleurs-es/000.ogg")]
    public async Task TranscribeAsync_SpanishSpeech_ErrsInOneWordOfEightAtMost()
    {
        var (wrong, total) = (0, 0);
        for (var index = 0; index < Clips.Count; index++)
        {
            var (samples, said) = await Clips.FleursAsync(index);
            var heard = await HearAsync(samples);
            wrong += WordErrorRate.Errors(said, heard);
            total += WordErrorRate.Words(said).Length;
        }

        // The 8-bit kernels differ by processor: .076 was measured with AVX-512, .107 without.
        ((double)wrong / total).Should().BeLessThanOrEqualTo(0.125);
    }

    [WhisperFact]
    public async Task TranscribeAsync_SilenceNoiseAndMusic_GiveNothing()
    {
        foreach (var sound in (float[][])[Sounds.Silence(60), Sounds.Noise(60, 0.3f), Sounds.Noise(60, 0.003f), Sounds.Music(60)])
        {
            (await HearAsync(sound)).Should().BeEmpty();
        }

        (await HearAsync([])).Should().BeEmpty();
        (await HearAsync(new float[100])).Should().BeEmpty();
    }

    [WhisperFact("fleurs-es/002.ogg")]
    public async Task TranscribeAsync_LanguageNotGiven_IsDetected()
    {
        var (samples, _) = await Clips.FleursAsync(2);

        var segments = await whisper.Model.TranscribeAsync(new AudioClip(samples), WhisperOptions.Default with { Language = null }).ToListAsync();

        segments.Should().NotBeEmpty().And.OnlyContain(segment => segment.Language == "es");
    }

    [WhisperFact("fleurs-es/001.ogg")]
    public async Task TranscribeAsync_SeveralSentences_ComeInOrderWithinTheRecording()
    {
        var (samples, _) = await Clips.FleursAsync(1);

        var segments = await whisper.Model.TranscribeAsync(new AudioClip(samples)).ToListAsync();

        segments.Should().HaveCountGreaterThan(1).And.BeInAscendingOrder(segment => segment.Start);
        segments.Should().OnlyContain(segment => segment.Start < segment.End && segment.End <= new AudioClip(samples).Duration
            && segment.AverageLogProbability < 0 && segment.NoSpeechProbability < 0.5);
    }

    [WhisperFact("fleurs-es/002.ogg")]
    public async Task TranscribeAsync_Twice_GivesTheSame()
    {
        var (samples, _) = await Clips.FleursAsync(2);

        (await HearAsync(samples)).Should().Be(await HearAsync(samples));
    }

    [WhisperFact]
    public async Task TranscribeAsync_SentenceAfterALongSilence_HasItsPlace()
    {
        var said = await Clips.SayAsync("¿Qué programas de formación ofrece el SENA en Medellín?");
        float[] samples = [.. Sounds.Silence(40), .. said, .. Sounds.Silence(20)];

        var segments = await whisper.Model.TranscribeAsync(new AudioClip(samples)).ToListAsync();

        segments.Should().NotBeEmpty();
        segments[0].Start.TotalSeconds.Should().BeInRange(39, 42);
        segments[^1].End.TotalSeconds.Should().BeLessThan(41 + ((double)said.Length / AudioClip.SampleRate));
    }

    [WhisperFact]
    public async Task TranscribeAsync_Prompt_IsContextAndNotHeard()
    {
        var said = await Clips.SayAsync("Quiero inscribirme en Sofía Plus.");

        var heard = await whisper.Model.TranscribeAsync(new AudioClip(said), WhisperOptions.Default with { Prompt = "SENA, SOFIA Plus." }).ToListAsync();

        string.Concat(heard.Select(segment => segment.Text)).Should().ContainEquivalentOf("Sofia Plus").And.NotContain("SENA");
    }

    [WhisperFact("fleurs-es/001.ogg")]
    public async Task TranscribeAsync_Cancelled_EndsAndGivesItsTurnBack()
    {
        var (samples, _) = await Clips.FleursAsync(1);
        using var cancellation = new CancellationTokenSource();
        var hearing = whisper.Model.TranscribeAsync(Clips.Repeat(samples, 8), cancellationToken: cancellation.Token).GetAsyncEnumerator();
        (await hearing.MoveNextAsync()).Should().BeTrue();

        await cancellation.CancelAsync();

        var act = async () =>
        {
            while (await hearing.MoveNextAsync())
            {
                // What was finished before is still given.
            }
        };
        await act.Should().ThrowAsync<OperationCanceledException>();
        await hearing.DisposeAsync();
        (await HearAsync(samples)).Should().NotBeEmpty();
    }

    [WhisperFact("fleurs-es/001.ogg")]
    public async Task TranscribeAsync_ReaderLeaves_EndsAndGivesItsTurnBack()
    {
        var (samples, _) = await Clips.FleursAsync(1);
        await foreach (var segment in whisper.Model.TranscribeAsync(Clips.Repeat(samples, 8)))
        {
            segment.Text.Should().NotBeEmpty();
            break;
        }

        (await HearAsync(samples)).Should().NotBeEmpty();
    }

    [WhisperFact("fleurs-es/002.ogg", "fleurs-es/003.ogg")]
    public async Task TranscribeAsync_MoreThanItMayAtOnce_WaitForTheirTurn()
    {
        var (first, _) = await Clips.FleursAsync(2);
        var (second, _) = await Clips.FleursAsync(3);
        await using var busy = whisper.Model.TranscribeAsync(Clips.Repeat(first, 20)).GetAsyncEnumerator();
        (await busy.MoveNextAsync()).Should().BeTrue();
        using var cancellation = new CancellationTokenSource();

        var waiting = whisper.Model.TranscribeAsync(new AudioClip(second), cancellationToken: cancellation.Token).ToListAsync(cancellation.Token).AsTask();

        (await busy.MoveNextAsync()).Should().BeTrue("the first goes on");
        waiting.IsCompleted.Should().BeFalse("it has the only turn");
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
    }

    [WhisperFact]
    public void TranscribeAsync_WhatCannotBe_IsRefusedAtOnce()
    {
        FluentActions.Invoking(() => whisper.Model.TranscribeAsync(new AudioClip(new float[10]), WhisperOptions.Default with { Language = "klingon" }))
            .Should().Throw<ArgumentException>().WithMessage("*klingon*");
        FluentActions.Invoking(() => whisper.Model.TranscribeAsync(new AudioClip(new[] { float.NaN }))).Should().Throw<ArgumentException>();
    }

    private async Task<string> HearAsync(float[] samples) =>
        string.Join(' ', await whisper.Model.TranscribeAsync(new AudioClip(samples)).Select(segment => segment.Text).ToListAsync());
}
