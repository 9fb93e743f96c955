using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Models.Queue;
using AzuSena.Voice.Decoding;
using AzuSena.Voice.Recordings;
using AzuSena.Whisper;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Speech;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Transcribing;

/// <summary>
/// Transcribes recordings: a limited number at once, in order of arrival, each within a time limit. Decoding counts as part of it, since it is CPU-bound too.
/// Safe for concurrent use.
/// </summary>
public sealed class Transcriber
{
    private readonly SpeechModel _model;
    private readonly RecordingDecoder _decoder;
    private readonly VoiceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Transcriber> _log;
    private readonly ModelQueue _queue;

    internal Transcriber(SpeechModel model, RecordingDecoder decoder, IOptions<VoiceOptions> options, TimeProvider time, ILogger<Transcriber> log)
    {
        (_model, _decoder, _options, _time, _log) = (model, decoder, options.Value, time, log);
        _queue = new ModelQueue(_options.MaxConcurrent, _options.MaxWaiting, time, ErrorCode.VoiceBusy);
    }

    /// <summary>Rejects a recording before its upload if it could not be transcribed; takes no place.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.VoiceUnavailable"/> if voice is off, or <see cref="ErrorCode.VoiceBusy"/>.</exception>
    public void CheckRoom()
    {
        if (_model.Status.State is VoiceState.Off)
        {
            throw new AzuSenaException(ErrorCode.VoiceUnavailable, ErrorCodeNames.Text("VoiceOff"));
        }

        _queue.CheckRoom();
    }

    /// <summary>Transcribes a recording: <see cref="TranscriptionPartial"/>s, then <see cref="TranscriptionCompleted"/>.</summary>
    /// <param name="recording">The recording; the caller disposes it.</param>
    /// <param name="language">The spoken language, such as <c>es</c>; <c>auto</c> to detect it; null for the service's own setting.</param>
    /// <param name="silenceIsText">Whether a recording without speech has an empty text; otherwise it is <see cref="ErrorCode.NoSpeech"/>.</param>
    /// <param name="cancellationToken">Cancels the transcription.</param>
    /// <exception cref="AzuSenaException">The recording cannot be transcribed; the error says why.</exception>
    public IAsyncEnumerable<AnswerEvent> TranscribeAsync(Recording recording, string? language, bool silenceIsText, CancellationToken cancellationToken) =>
        HearAsync(token => _decoder.DecodeAsync(recording, token), language, silenceIsText, cancellationToken);

    /// <summary>Transcribes a clip in the same way.</summary>
    internal IAsyncEnumerable<AnswerEvent> TranscribeAsync(AudioClip clip, string? language, CancellationToken cancellationToken) =>
        HearAsync(_ => Task.FromResult(clip), language, silenceIsText: false, cancellationToken);

    /// <summary>The voice activity detector of the model.</summary>
    internal async Task<ISpeechDetector?> DetectorAsync(CancellationToken cancellationToken) =>
        (await _model.GetAsync(cancellationToken)).GetService<WhisperModel>()?.SpeechDetector;

    /// <summary>Transcribes the sound so far, unless other recordings would have to wait for it.</summary>
    /// <returns>The text; null if others are being transcribed, or there is no text yet.</returns>
    internal async Task<string?> PeekAsync(AudioClip clip, string? language, CancellationToken cancellationToken)
    {
        using var ticket = _model.Status.State is VoiceState.Ready ? _queue.TryEnter() : null;
        if (ticket is null)
        {
            return null;
        }

        var client = await _model.GetAsync(cancellationToken);
        string? text = null;
        await foreach (var heard in Hearing.ListenAsync(client, clip, LanguageOf(language), cancellationToken))
        {
            text = (heard as TranscriptionPartial)?.Text ?? text;
        }

        return text;
    }

    private async IAsyncEnumerable<AnswerEvent> HearAsync(
        Func<CancellationToken, Task<AudioClip>> decode, string? language, bool silenceIsText, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var hearing = InTurnAsync(decode, language, either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync())
        {
            yield return hearing.Current is TranscriptionCompleted { Transcription.Text: "" } && !silenceIsText
                ? throw new AzuSenaException(ErrorCode.NoSpeech)
                : hearing.Current;
        }

        async Task<bool> NextAsync()
        {
            try
            {
                return await hearing.MoveNextAsync();
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new AzuSenaException(ErrorCode.TranscriptionTimeout, exception);
            }
        }
    }

    private async IAsyncEnumerable<AnswerEvent> InTurnAsync(
        Func<CancellationToken, Task<AudioClip>> decode, string? language, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Before a place is taken: otherwise all recordings would queue behind the first while the model is loaded.
        var client = await _model.GetAsync(cancellationToken);
        CheckLanguage(client, language);
        using var ticket = _queue.Enter(goesOn: false);
        await foreach (var position in ticket.PositionsAsync(cancellationToken))
        {
            Log.Waits(_log, position);
        }

        var started = _time.GetTimestamp();
        var clip = await decode(cancellationToken);
        await foreach (var heard in Hearing.ListenAsync(client, clip, LanguageOf(language), cancellationToken))
        {
            yield return heard;
        }

        var (seconds, taken) = (clip.Duration.TotalSeconds, _time.GetElapsedTime(started).TotalMilliseconds);
        Log.Heard(_log, seconds, taken);
    }

    // Only the model knows the supported languages; the configured one was checked when the model was loaded.
    private static void CheckLanguage(ISpeechToTextClient client, string? language)
    {
        if (language is not (null or VoiceOptions.DetectLanguage) && client.GetService<WhisperModel>() is { } model && !model.Languages.Contains(language))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("LanguageInvalid"));
        }
    }

    private string LanguageOf(string? language) => language ?? _options.Language;
}
