using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Whisper;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.AI;

namespace AzuSena.Voice.Transcribing;

/// <summary>Transcribes a clip to the events of a spoken question.</summary>
internal static class Hearing
{
    /// <summary>
    /// Yields the text so far whenever its settled part has grown, then the whole text, which is empty if there is no speech. The clip is passed to the model
    /// as a WAV stream, which any <see cref="ISpeechToTextClient"/> accepts.
    /// </summary>
    /// <param name="client">The model.</param>
    /// <param name="clip">The clip.</param>
    /// <param name="language">The spoken language, such as <c>es</c>; <c>auto</c> to detect it.</param>
    /// <param name="cancellationToken">Cancels the transcription.</param>
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
