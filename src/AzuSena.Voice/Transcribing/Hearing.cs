using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Whisper;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.AI;

namespace AzuSena.Voice.Transcribing;

/// <summary>What a model hears in a clip, as the events of a spoken question.</summary>
internal static class Hearing
{
    /// <summary>
    /// The text so far whenever more of it has settled, then all of it, which is empty where nobody speaks. The clip goes to the model as a WAV stream, which is what any
    /// <see cref="ISpeechToTextClient"/> takes.
    /// </summary>
    /// <param name="client">The model.</param>
    /// <param name="clip">The clip.</param>
    /// <param name="language">The language spoken, as <c>es</c>; <c>auto</c> to detect it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<AnswerEvent> ListenAsync(
        ISpeechToTextClient client, AudioClip clip, string language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var wav = await WavWriter.ToStreamAsync(clip, cancellationToken: cancellationToken);
        List<TranscriptionSegment> segments = [];
        var heard = language == VoiceOptions.DetectLanguage ? "" : language;
        await foreach (var update in client.GetStreamingTextAsync(wav, new SpeechToTextOptions { SpeechLanguage = language }, cancellationToken))
        {
            heard = update.AdditionalProperties?.TryGetValue(WhisperSpeechToTextClient.LanguageKey, out string? said) == true ? said : heard;
            if (update.Text.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            if (update.Kind == SpeechToTextResponseUpdateKind.TextUpdating)
            {
                yield return new TranscriptionPartial(Join(segments.Select(segment => segment.Text).Append(text)));
            }
            else if (update.Kind == SpeechToTextResponseUpdateKind.TextUpdated)
            {
                segments.Add(new TranscriptionSegment(Seconds(update.StartTime) ?? 0, Seconds(update.EndTime) ?? Rounded(clip.Duration), text));
                yield return new TranscriptionPartial(Join(segments.Select(segment => segment.Text)));
            }
        }

        yield return new TranscriptionCompleted(new Transcription(Join(segments.Select(segment => segment.Text)), heard, segments, Rounded(clip.Duration)));
    }

    private static string Join(IEnumerable<string> texts) => string.Join(' ', texts);

    private static double? Seconds(TimeSpan? time) => time is { } known ? Rounded(known) : null;

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 2);
}
