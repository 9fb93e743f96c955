using System.ComponentModel;
using AzuSena.Errors;
using AzuSena.Models.Queue;
using AzuSena.Processes;
using AzuSena.Voice.Pacing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Speaking;

/// <summary>Synthesises speech with eSpeak NG, in Latin-American Spanish. Safe for concurrent use: a limited number of texts at once, others wait.</summary>
public sealed class Speaker
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 6_000;

    private const string Language = "es-419";
    private const string WordsAMinute = "165";
    private const int MaxWaiting = 16;

    private static readonly ChildStart Way = new()
    {
        Environment = new ChildEnvironment("ESPEAK*"),
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "C.UTF-8" },
        HasInput = true,
        IsBehind = true,
    };

    private readonly VoiceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Speaker> _log;
    private readonly ModelQueue _queue;

    /// <summary>Creates a speaker.</summary>
    public Speaker(IOptions<VoiceOptions> options, TimeProvider time, ILogger<Speaker> log)
    {
        (_options, _time, _log) = (options.Value, time, log);
        _queue = new ModelQueue(_options.MaxSpeeches, MaxWaiting, time, ErrorCode.VoiceBusy);
    }

    /// <summary>Starts to read a text aloud.</summary>
    /// <param name="text">An answer in Markdown; its citation marks are not read.</param>
    /// <param name="cancellationToken">Cancels the speech.</param>
    /// <returns>The speech, once its first sound is available; the caller disposes it.</returns>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.RequestInvalid"/>, <see cref="ErrorCode.SpeechTooLong"/>, <see cref="ErrorCode.SpeechUnavailable"/> if eSpeak NG is not installed,
    /// <see cref="ErrorCode.VoiceBusy"/> or <see cref="ErrorCode.SpeechTimeout"/>.
    /// </exception>
    public async Task<Speech> SpeakAsync(string? text, CancellationToken cancellationToken)
    {
        if (text is null or { Length: > MaxLength } || SpokenText.Of(text) is not { Length: > 0 } spoken)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("SpeechTextInvalid", MaxLength));
        }

        if (SpeechLength.AtLeast(spoken) > TimeSpan.FromSeconds(_options.MaxSpeechSeconds))
        {
            throw new AzuSenaException(ErrorCode.SpeechTooLong, ErrorCodeNames.Text("SpeechTooLongFor", _options.MaxSpeechSeconds));
        }

        var saying = new WaitBudget(TimeSpan.FromSeconds(_options.SpeechTimeoutSeconds), bytesPerSecond: 0, _time);
        var place = _queue.Enter(goesOn: false);
        Speech? speech = null;
        try
        {
            await WaitAsync(place, saying, cancellationToken);
            speech = new Speech(Start(), place, saying, _options, _time, _log);
            await speech.BeginAsync(spoken, cancellationToken);
            return speech;
        }
        catch
        {
            speech?.Dispose();
            place.Dispose();
            throw;
        }
    }

    private async Task WaitAsync(QueueTicket place, WaitBudget saying, CancellationToken cancellationToken)
    {
        try
        {
            await saying.SpendAsync(
                async token =>
                {
                    await foreach (var position in place.PositionsAsync(token))
                    {
                        Log.Waits(_log, position);
                    }

                    return true;
                },
                cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new AzuSenaException(ErrorCode.SpeechTimeout, exception);
        }
    }

    private ChildProcess Start()
    {
        try
        {
            return ChildProcess.Start(_options.Espeak, ["-v", Language, "-s", WordsAMinute, "--stdin", "--stdout"], Way);
        }
        catch (Win32Exception exception)
        {
            Log.NoEspeak(_log, _options.Espeak);
            throw new AzuSenaException(ErrorCode.SpeechUnavailable, exception);
        }
    }
}
