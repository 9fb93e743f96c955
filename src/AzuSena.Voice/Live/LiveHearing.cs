using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Voice.Transcribing;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Speech;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Live;

/// <summary>
/// Transcribes speech while it is spoken: first the settled part of the text, then the whole text once the speaker pauses, the sound ends or the maximum length
/// is reached.
/// </summary>
public sealed class LiveHearing
{
    // Transcribing again before this much new sound would give the same text.
    private const int BetweenPeeks = AudioClip.SampleRate;

    private readonly LiveDecoder _decoder;
    private readonly Transcriber _transcriber;
    private readonly VoiceOptions _options;
    private readonly TimeProvider _time;

    internal LiveHearing(LiveDecoder decoder, Transcriber transcriber, IOptions<VoiceOptions> options, TimeProvider time) =>
        (_decoder, _transcriber, _options, _time) = (decoder, transcriber, options.Value, time);

    /// <summary>Yields <see cref="TranscriptionPartial"/>s during speech, then <see cref="TranscriptionCompleted"/>.</summary>
    /// <param name="sound">The sound as it arrives; it is completed when enough has been read.</param>
    /// <param name="format">The format declared by the client.</param>
    /// <param name="language">The spoken language; null for the service's own setting.</param>
    /// <param name="cancellationToken">Cancels the transcription.</param>
    /// <exception cref="AzuSenaException">The sound cannot be transcribed; the error says why.</exception>
    public async IAsyncEnumerable<AnswerEvent> HearAsync(
        PipeReader sound, LiveFormat format, string? language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A place is only taken once there is speech; a client that would not get one is rejected before it sends any.
        _transcriber.CheckRoom();
        var samples = new ArrayBufferWriter<float>();
        await foreach (var partial in ListenAsync(sound, format, language, samples, cancellationToken))
        {
            yield return partial;
        }

        if (samples.WrittenCount == 0)
        {
            throw new AzuSenaException(ErrorCode.AudioInvalid, ErrorCodeNames.Text("AudioEmpty"));
        }

        var clip = new AudioClip(samples.WrittenMemory);
        await foreach (var heard in _transcriber.TranscribeAsync(clip, language, cancellationToken))
        {
            yield return heard;
        }
    }

    private async IAsyncEnumerable<TranscriptionPartial> ListenAsync(
        PipeReader sound, LiveFormat format, string? language, ArrayBufferWriter<float> samples, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var energy = new EnergyDetector();
        using var activity = new SpeechActivity(
            await _transcriber.DetectorAsync(cancellationToken) ?? energy,
            new SpeechOptions { LeastPause = TimeSpan.FromMilliseconds(_options.PauseMilliseconds) });
        using var limit = new CancellationTokenSource(_options.Longest + TimeSpan.FromSeconds(_options.UploadSeconds), _time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var pieces = _decoder.DecodeAsync(sound, format, enough.Token).GetAsyncEnumerator(enough.Token);
        var settled = new SettledText();
        var (next, peek, peekedAt) = (pieces.MoveNextAsync().AsTask(), (Task<string?>?)null, 0);
        try
        {
            while (true)
            {
                await Task.WhenAny(peek is null ? [next] : [next, peek]);
                if (peek is { IsCompleted: true })
                {
                    if (await InTimeAsync(peek, limit.Token, cancellationToken) is { } heard && settled.Add(heard) is { } text)
                    {
                        yield return new TranscriptionPartial(text);
                    }

                    peek = null;
                }

                if (next.IsCompleted)
                {
                    if (!await InTimeAsync(next, limit.Token, cancellationToken) || Take(pieces.Current, samples, activity))
                    {
                        yield break;
                    }

                    next = pieces.MoveNextAsync().AsTask();
                }

                if (peek is null && activity.HasBegun && samples.WrittenCount - peekedAt >= BetweenPeeks)
                {
                    peekedAt = samples.WrittenCount;
                    peek = _transcriber.PeekAsync(new AudioClip(samples.WrittenMemory), language, enough.Token);
                }
            }
        }
        finally
        {
            // The results are no longer needed; both tasks must end before the resources that they use.
            await enough.CancelAsync();
            await Task.WhenAll(next, peek ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await pieces.DisposeAsync();
        }
    }

    private static async Task<T> InTimeAsync<T>(Task<T> step, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await step;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new AzuSenaException(ErrorCode.UploadTimeout, exception);
        }
    }

    // Whether the end is reached: a pause, or the maximum length.
    private bool Take(ReadOnlyMemory<float> piece, ArrayBufferWriter<float> samples, SpeechActivity activity)
    {
        var room = (int)(_options.Longest.TotalSeconds * AudioClip.SampleRate) - samples.WrittenCount;
        var taken = piece[..Math.Min(piece.Length, room)];
        samples.Write(taken.Span);
        activity.Add(taken.Span);
        return activity.HasEnded || taken.Length == room;
    }
}
