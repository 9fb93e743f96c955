using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Voice.Recordings;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.Logging;

namespace AzuSena.Voice;

/// <summary>Answers spoken questions: transcription, followed by the same steps as for a written question.</summary>
public sealed class VoiceAnswers(Transcriber transcriber, AnswerService answers, ILogger<VoiceAnswers> log)
{
    /// <summary>
    /// Transcribes a question and answers it: <see cref="TranscriptionPartial"/>s, <see cref="TranscriptionCompleted"/>, then the events of the answer. A
    /// failed transcription ends the stream with <see cref="AnswerFailed"/>; cancellation ends the work and throws.
    /// </summary>
    /// <param name="recording">The question; it is disposed as soon as it is transcribed.</param>
    /// <param name="voice">The parameters of the question.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public IAsyncEnumerable<AnswerEvent> AskAsync(Recording recording, VoiceQuestion voice, CancellationToken cancellationToken) =>
        AskAsync(HearAsync(recording, voice, cancellationToken), voice, cancellationToken);

    /// <summary>Answers a question that is being transcribed, in the same way.</summary>
    /// <param name="hearing">The events of the transcription; its exceptions become <see cref="AnswerFailed"/>.</param>
    /// <param name="voice">The parameters of the question.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(
        IAsyncEnumerable<AnswerEvent> hearing, VoiceQuestion voice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Question? question = null;
        await foreach (var heard in WithFailuresAsync(hearing, cancellationToken))
        {
            yield return heard;
            if (heard is AnswerFailed)
            {
                yield break;
            }

            if (heard is TranscriptionCompleted { Transcription.Text: var text })
            {
                var (asked, refused) = TryAsk(voice, text);
                question = asked;
                if (refused is not null)
                {
                    yield return refused;
                    yield break;
                }
            }
        }

        await foreach (var step in answers.AskAsync(
            question ?? throw new InvalidOperationException("Hearing ended without a transcription."),
            cancellationToken))
        {
            yield return step;
        }
    }

    private async IAsyncEnumerable<AnswerEvent> HearAsync(
        Recording recording,
        VoiceQuestion voice,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (recording)
        {
            voice.Check();
            await foreach (var heard in transcriber.TranscribeAsync(recording, voice.Language, silenceIsText: false, cancellationToken))
            {
                yield return heard;
            }
        }
    }

    private async IAsyncEnumerable<AnswerEvent> WithFailuresAsync(
        IAsyncEnumerable<AnswerEvent> hearing,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = hearing.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            AnswerFailed? failed = null;
            try
            {
                if (!await events.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                failed = FailureOf(exception);
            }

            yield return failed ?? events.Current;
            if (failed is not null)
            {
                yield break;
            }
        }
    }

    private static (Question? Question, AnswerFailed? Refused) TryAsk(VoiceQuestion voice, string text)
    {
        try
        {
            return (voice.Ask(text), null);
        }
        catch (AzuSenaException exception)
        {
            return (null, new AnswerFailed(exception.Code.WireName(), exception.Message));
        }
    }

    private AnswerFailed FailureOf(Exception exception)
    {
        var error = exception as AzuSenaException ?? new AzuSenaException(ErrorCode.Internal, exception);
        var code = error.Code.WireName();
        if (error.Code is ErrorCode.Internal)
        {
            Log.HearingFailed(log, exception);
        }
        else
        {
            Log.NotHeard(log, code);
        }

        return new AnswerFailed(code, error.Message, error.RetryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null);
    }
}
