using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Transcribing;

/// <summary>
/// Goes the way of a spoken question with one of our own, from the sound to the answer's text, so that the first person who speaks does not wait for what is compiled and read on
/// the way. Nothing is kept of it: no trace, no conversation and no figure.
/// </summary>
internal sealed class SpeechWarmUp(
    Func<AnswerService> answers, IOptions<VoiceOptions> voice, ILogger<SpeechWarmUp> log)
{
    // The first time what is met is compiled in haste; what is met often is compiled well while the second goes on.
    private const int Times = 2;

    // "¿Qué es la etapa productiva?", said by eSpeak NG: 2.3 s, 8 bits at 8 kHz.
    private const string Recording = "AzuSena.Voice.Transcribing.warm-up.wav";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>Hears the question and answers it; what fails is logged, and costs only the first person's time.</summary>
    /// <param name="client">The model, as every recording meets it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(ISpeechToTextClient client, CancellationToken cancellationToken)
    {
        try
        {
            for (var time = 0; time < Times; time++)
            {
                await answers().RehearseAsync(Question.Create(await HearAsync(client, cancellationToken)), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.StaysCold(log, exception);
        }
    }

    private async Task<string> HearAsync(ISpeechToTextClient client, CancellationToken cancellationToken)
    {
        await using var wav = typeof(SpeechWarmUp).Assembly.GetManifestResourceStream(Recording)!;
        var clip = await WavReader.ReadClipAsync(wav, Longest, cancellationToken);
        var heard = await Hearing.ListenAsync(client, clip, voice.Value.Language, cancellationToken).OfType<TranscriptionCompleted>().LastAsync(cancellationToken);
        return heard.Transcription.Text;
    }
}
