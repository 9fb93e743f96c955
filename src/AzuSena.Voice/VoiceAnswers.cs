using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Voice.Recordings;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.Logging;

namespace AzuSena.Voice;

/// <summary>Spoken questions: the one walk of an answer, with hearing in front of it.</summary>
public sealed class VoiceAnswers(Transcriber transcriber, AnswerService answers, ILogger<VoiceAnswers> log)
{
    /// <summary>
    /// Hears a question and answers it: <see cref="TranscriptionPartial"/>s, <see cref="TranscriptionCompleted"/>, then the events of the answer. What
    /// cannot be heard ends the stream with <see cref="AnswerFailed"/>; cancelling ends the work and throws.
    /// </summary>
    /// <param name="recording">The question; it is disposed as soon as it is heard.</param>
    /// <param name="voice">What belongs to it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<AnswerEvent> AskAsync(Recording recording, VoiceQuestion voice, CancellationToken cancellationToken) =>
        AskAsync(HearAsync(recording, voice, cancellationToken), voice, cancellationToken);

    /// <summary>Answers what is being heard, in the same way.</summary>
    /// <param name="hearing">The events of hearing; what it throws becomes <see cref="AnswerFailed"/>.</param>
    /// <param name="voice">What belongs to the question.</param>
    /// <param name="cancellationToken">Ends it.</param>
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

        await foreach (var step in answers.AskAsync(question ?? throw new InvalidOperationException("Hearing ended without a transcription."), cancellationToken))
        {
            yield return step;
        }
    }

    private async IAsyncEnumerable<AnswerEvent> HearAsync(Recording recording, VoiceQuestion voice, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    private async IAsyncEnumerable<AnswerEvent> WithFailuresAsync(IAsyncEnumerable<AnswerEvent> hearing, [EnumeratorCancellation] CancellationToken cancellationToken)
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
