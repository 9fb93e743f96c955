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
/// Hears recordings: a bounded number at once, first come, first served, each within a time limit. Decoding counts as hearing, for it is processor work
/// too. Safe for concurrent use.
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

    /// <summary>Refuses a recording before it has come, where it could not be heard anyway; it takes no place.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.VoiceUnavailable"/> where voice is off, or <see cref="ErrorCode.VoiceBusy"/>.</exception>
    public void CheckRoom()
    {
        if (_model.Status.State is VoiceState.Off)
        {
            throw new AzuSenaException(ErrorCode.VoiceUnavailable, ErrorCodeNames.Text("VoiceOff"));
        }

        _queue.CheckRoom();
    }

    /// <summary>Hears a recording: <see cref="TranscriptionPartial"/>s, then <see cref="TranscriptionCompleted"/>.</summary>
    /// <param name="recording">The recording; the caller's to dispose.</param>
    /// <param name="language">The language spoken, as <c>es</c>; <c>auto</c> to detect it; null for the service's own setting.</param>
    /// <param name="silenceIsText">Whether a recording in which nobody speaks has an empty text; otherwise it is <see cref="ErrorCode.NoSpeech"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AzuSenaException">It cannot be heard; says why.</exception>
    public IAsyncEnumerable<AnswerEvent> TranscribeAsync(Recording recording, string? language, bool silenceIsText, CancellationToken cancellationToken) =>
        HearAsync(token => _decoder.DecodeAsync(recording, token), language, silenceIsText, cancellationToken);

    /// <summary>Hears a clip in the same way.</summary>
    internal IAsyncEnumerable<AnswerEvent> TranscribeAsync(AudioClip clip, string? language, CancellationToken cancellationToken) =>
        HearAsync(_ => Task.FromResult(clip), language, silenceIsText: false, cancellationToken);

    /// <summary>What tells speech from other sound, as the model does it.</summary>
    internal async Task<ISpeechDetector?> DetectorAsync(CancellationToken cancellationToken) =>
        (await _model.GetAsync(cancellationToken)).GetService<WhisperModel>()?.SpeechDetector;

    /// <summary>What can be heard so far, where nobody else would have to wait for it.</summary>
    /// <returns>The text; null where others are being heard, or there is none yet.</returns>
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
            yield return hearing.Current is TranscriptionCompleted { Transcription.Text: "" } && !silenceIsText ? throw new AzuSenaException(ErrorCode.NoSpeech) : hearing.Current;
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
        // Before a place is taken: while the model is loaded everybody would wait behind one.
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

    // Which languages there are, the model alone knows; that of the settings was checked when it was loaded.
    private static void CheckLanguage(ISpeechToTextClient client, string? language)
    {
        if (language is not (null or VoiceOptions.DetectLanguage) && client.GetService<WhisperModel>() is { } model && !model.Languages.Contains(language))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("LanguageInvalid"));
        }
    }

    private string LanguageOf(string? language) => language ?? _options.Language;
}
