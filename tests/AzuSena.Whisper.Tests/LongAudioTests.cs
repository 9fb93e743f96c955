using AzuSena.Evaluation;
using AzuSena.Testing;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Support;

namespace AzuSena.Whisper;

[Collection(UsesBaseModel.Name)]
[Trait("Category", "Slow")]
public sealed class LongAudioTests(BaseModel whisper)
{
    // With and without a pause between the clips, so that windows end in pauses and in the middle of words; the second also ends in one.
    [WhisperFact("fleurs-es/000.ogg", "fleurs-es/004.ogg")]
    public Task TranscribeAsync_JoinedSpeech_LosesAndDoublesNoSentence() => JoinAsync([0, 2, 4, 3, 1, 2, 0], pause: 0.4);

    [WhisperFact("fleurs-es/000.ogg", "fleurs-es/004.ogg")]
    public Task TranscribeAsync_SpeechWithoutPauses_LosesAndDoublesNoSentence() => JoinAsync([2, 4, 0, 2, 3, 0], pause: null);

    private async Task JoinAsync(int[] order, double? pause)
    {
        var samples = new List<float>();
        var expected = new List<string>();
        foreach (var index in order)
        {
            var (clip, said) = await Clips.FleursAsync(index);
            samples.AddRange(pause is null ? WithoutSilence(clip) : clip);
            samples.AddRange(Sounds.Silence(pause ?? 0));
            expected.AddRange(WordErrorRate.Words(said));
        }

        var segments = await whisper.Model.TranscribeAsync(new AudioClip(samples.ToArray())).ToListAsync();

        var text = string.Join(' ', segments.Select(segment => segment.Text));
        ((double)WordErrorRate.Errors(string.Join(' ', expected), text) / expected.Count)
            .Should().BeLessThan(0.2, string.Join(" | ", segments.Select(segment => $"{segment.Start.TotalSeconds:F1} {segment.Text}")));
        ((double)WordErrorRate.Words(text).Length / expected.Count).Should().BeInRange(0.93, 1.07, "a sentence is about a tenth of it");
        segments.Should().BeInAscendingOrder(segment => segment.Start);
    }

    private static float[] WithoutSilence(float[] clip)
    {
        var loud = Array.FindIndex(clip, sample => Math.Abs(sample) > 0.05f);
        return clip[loud..(Array.FindLastIndex(clip, sample => Math.Abs(sample) > 0.05f) + 1)];
    }
}
