using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Live;
using AzuSena.Voice.Pacing;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Voice;

/// <summary>
/// Answers somebody who speaks over a live connection: their chunks become one sound, within the limits, which is heard as it
/// comes. Meanwhile it holds one of its address's places.
/// </summary>
internal sealed class LiveVoice(LiveHearing hearing, VoiceAnswers voice, VoiceSlots slots, IOptions<VoiceOptions> options, TimeProvider time)
{
    // Bytes a second: what the leanest codec makes of silence. It comes no faster than it is spoken.
    private const int LeanestSound = 128;

    // The bound is on the bytes that have come, so that nothing waits inside the connection's one reader.
    private static readonly PipeOptions Unpaused = new(pauseWriterThreshold: 0, useSynchronizationContext: false);

    /// <summary>The events of hearing, then those of the answer.</summary>
    /// <param name="chunks">The sound in pieces, as they are recorded.</param>
    /// <param name="format">What was said of it.</param>
    /// <param name="question">What belongs to the question.</param>
    /// <param name="address">Where they call from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(
        IAsyncEnumerable<byte[]> chunks, LiveFormat format, VoiceQuestion question, string address,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = new Pipe(Unpaused);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pumping = PumpAsync(chunks, pipe.Writer, leaving.Token);
        try
        {
            var heard = HearAsync(pipe.Reader, format, question.Language, address, cancellationToken);
            await foreach (var step in voice.AskAsync(heard, question, cancellationToken))
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

    private async IAsyncEnumerable<AnswerEvent> HearAsync(
        PipeReader sound, LiveFormat format, string? language, string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var slot = slots.EnterRecording(address);
        await foreach (var step in hearing.HearAsync(sound, format, language, cancellationToken))
        {
            yield return step;
        }
    }

    // Goes on taking chunks when enough has been heard: one that is left lying would hold up every other call of the connection.
    private async Task PumpAsync(IAsyncEnumerable<byte[]> chunks, PipeWriter sound, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        var length = 0L;
        var pace = new WaitBudget(options.Value.LongestStall, Math.Min(options.Value.MinUploadRate, LeanestSound), time);
        try
        {
            await foreach (var chunk in chunks.PacedBy(pace, stalled => failure = Stalled(stalled), cancellationToken))
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

        AzuSenaException Stalled(TimeoutException exception)
        {
            var error = new AzuSenaException(ErrorCode.UploadTimeout, exception);
            sound.Complete(error);
            return error;
        }
    }
}
