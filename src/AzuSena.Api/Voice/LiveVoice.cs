using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Live;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Voice;

/// <summary>Answers somebody who speaks over a live connection: their chunks become one sound, within the limit, which is heard as it comes.</summary>
internal sealed class LiveVoice(LiveHearing hearing, VoiceAnswers voice, IOptions<VoiceOptions> options)
{
    // The bound is on the bytes that have come, so that nothing waits inside the connection's one reader.
    private static readonly PipeOptions Unpaused = new(pauseWriterThreshold: 0, useSynchronizationContext: false);

    /// <summary>The events of hearing, then those of the answer.</summary>
    /// <param name="chunks">The sound in pieces, as they are recorded.</param>
    /// <param name="format">What was said of it.</param>
    /// <param name="question">What belongs to the question.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(
        IAsyncEnumerable<byte[]> chunks, LiveFormat format, VoiceQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = new Pipe(Unpaused);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pumping = PumpAsync(chunks, pipe.Writer, leaving.Token);
        try
        {
            await foreach (var step in voice.AskAsync(hearing.HearAsync(pipe.Reader, format, question.Language, cancellationToken), question, cancellationToken))
            {
                yield return step;
            }
        }
        finally
        {
            await leaving.CancelAsync();
            await pumping;
        }
    }

    // Goes on taking chunks when enough has been heard: one that is left lying would hold up every other call of the connection.
    private async Task PumpAsync(IAsyncEnumerable<byte[]> chunks, PipeWriter sound, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        var length = 0L;
        try
        {
            await foreach (var chunk in chunks.WithCancellation(cancellationToken))
            {
                length += chunk?.Length ?? 0;
                if (length > options.Value.MaxBytes)
                {
                    failure ??= new AzuSenaException(ErrorCode.AudioTooLong, ErrorCodeNames.Text("AudioTooLarge", options.Value.MaxBytes / (double)(1 << 20)));
                    await sound.CompleteAsync(failure);
                }
                else if (failure is null && chunk is { Length: > 0 } && (await sound.WriteAsync(chunk, cancellationToken)).IsCompleted)
                {
                    length = 0;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            failure ??= new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception)
        {
            // A chunk that is no bytes, or a client that gave its stream up.
            failure ??= new AzuSenaException(ErrorCode.AudioInvalid, exception);
        }

        await sound.CompleteAsync(failure);
    }
}
