using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Transcribing;

/// <summary>
/// Processes a built-in spoken question, from the sound to the answer's text, so that the first user does not wait for code to be compiled and data to be
/// loaded. Nothing is recorded: no trace, no conversation and no metric.
/// </summary>
internal sealed class SpeechWarmUp(
    Func<AnswerService> answers, IOptions<VoiceOptions> voice, ILogger<SpeechWarmUp> log)
{
    // The first run triggers quick JIT compilation; frequently used code is optimised during the second.
    private const int Times = 2;

    // "¿Qué es la etapa productiva?", said by eSpeak NG: 2.3 s, 8 bits at 8 kHz.
    private const string Recording = "AzuSena.Voice.Transcribing.warm-up.wav";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>Transcribes the question and answers it; failures are logged, and only make the first real question slower.</summary>
    /// <param name="client">The model, as recordings use it.</param>
    /// <param name="cancellationToken">Cancels the warm-up.</param>
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
        var heard = await Hearing.ListenAsync(client, clip, voice.Value.Language, cancellationToken)
            .OfType<TranscriptionCompleted>()
            .LastAsync(cancellationToken);
        return heard.Transcription.Text;
    }
}
