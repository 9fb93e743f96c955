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
/// Answers a question spoken over a live connection: its chunks become one audio stream, within the limits, which is transcribed as it arrives. Meanwhile it
/// holds one of its address's slots.
/// </summary>
internal sealed class LiveVoice(LiveHearing hearing, VoiceAnswers voice, VoiceSlots slots, IOptions<VoiceOptions> options, TimeProvider time)
{
    // Bytes per second: the most economical codec's output for silence. Audio arrives no faster than it is spoken.
    private const int LeanestSound = 128;

    // The limit is on the bytes received, so that nothing blocks the connection's single reader.
    private static readonly PipeOptions Unpaused = new(pauseWriterThreshold: 0, useSynchronizationContext: false);

    /// <summary>The events of the transcription, then those of the answer.</summary>
    /// <param name="chunks">The audio in chunks, as recorded.</param>
    /// <param name="format">Its declared format.</param>
    /// <param name="question">The data of the question.</param>
    /// <param name="address">The caller's address.</param>
    /// <param name="cancellationToken">Cancels it.</param>
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

    // Keeps reading chunks when enough has been heard: an unread one would block every other call of the connection.
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
            // A chunk that is not bytes, or a client that aborted its stream.
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
