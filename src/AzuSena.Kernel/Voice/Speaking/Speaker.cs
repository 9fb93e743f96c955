using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using AzuSena.Errors;
using AzuSena.Models.Queue;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Speaking;

/// <summary>Reads texts aloud through eSpeak NG, in Latin-American Spanish. Safe for concurrent use: a few at once, the others wait.</summary>
public sealed class Speaker
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxLength = 6_000;

    private const string Language = "es-419";
    private const string WordsAMinute = "165";
    private const int AtOnce = 2;
    private const int MaxWaiting = 16;

    // A minute of speech takes some 50 ms.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly IOptions<VoiceOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Speaker> _log;
    private readonly ModelQueue _queue;

    /// <summary>A speaker.</summary>
    public Speaker(IOptions<VoiceOptions> options, TimeProvider time, ILogger<Speaker> log)
    {
        (_options, _time, _log) = (options, time, log);
        _queue = new ModelQueue(AtOnce, MaxWaiting, time, ErrorCode.VoiceBusy);
    }

    /// <summary>Reads a text aloud.</summary>
    /// <param name="text">Markdown, as an answer is; its citation marks are not read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A WAV file.</returns>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.RequestInvalid"/>, <see cref="ErrorCode.SpeechUnavailable"/> where there is no eSpeak NG, or <see cref="ErrorCode.VoiceBusy"/>.
    /// </exception>
    public async Task<byte[]> SpeakAsync(string? text, CancellationToken cancellationToken)
    {
        if (text is null or { Length: > MaxLength } || SpokenText.Of(text) is not { Length: > 0 } spoken)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("SpeechTextInvalid", MaxLength));
        }

        using var ticket = _queue.Enter(goesOn: false);
        await foreach (var position in ticket.PositionsAsync(cancellationToken))
        {
            Log.Waits(_log, position);
        }

        using var limit = new CancellationTokenSource(Limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await RunAsync(spoken, either.Token);
    }

    private async Task<byte[]> RunAsync(string spoken, CancellationToken cancellationToken)
    {
        using var espeak = Start();

        // A read of a pipe cannot be cancelled, but it ends with the pipe.
        await using var ending = cancellationToken.Register(() => End(espeak));
        try
        {
            // Over its input: as an argument a text could pass for an option, and be read by everybody who lists processes.
            var writing = WriteAsync(espeak, spoken);
            using var wav = new MemoryStream();
            await espeak.StandardOutput.BaseStream.CopyToAsync(wav, CancellationToken.None);
            await writing;
            await espeak.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            if (espeak.ExitCode != 0 || !StreamedWav.TryFinish(wav))
            {
                Log.EspeakFailed(_log, _options.Value.Espeak, espeak.ExitCode);
                throw new AzuSenaException(ErrorCode.SpeechUnavailable);
            }

            return wav.ToArray();
        }
        finally
        {
            End(espeak);
        }
    }

    private Process Start()
    {
        try
        {
            var start = new ProcessStartInfo(_options.Value.Espeak, ["-v", Language, "-s", WordsAMinute, "--stdin", "--stdout"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            };
            start.Environment["LC_ALL"] = "C.UTF-8";
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            Log.NoEspeak(_log, _options.Value.Espeak);
            throw new AzuSenaException(ErrorCode.SpeechUnavailable, exception);
        }
    }

    private static async Task WriteAsync(Process espeak, string text)
    {
        try
        {
            await espeak.StandardInput.WriteAsync(text);
            espeak.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended; its exit code says more.
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended.
        }
    }
}
