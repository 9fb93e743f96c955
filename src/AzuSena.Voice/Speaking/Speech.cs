using System.Text;
using AzuSena.Errors;
using AzuSena.Models.Queue;
using AzuSena.Processes;
using AzuSena.Voice.Pacing;
using Microsoft.Extensions.Logging;

namespace AzuSena.Voice.Speaking;

/// <summary>
/// A text being read aloud, from its first sound on. Sound is produced on demand: a slow reader blocks the program, at the cost of one buffer. Its place is
/// held until it is disposed, which ends the program.
/// </summary>
public sealed class Speech : IDisposable
{
    private const int BufferLength = 16_384;

    private readonly ChildProcess _espeak;
    private readonly QueueTicket _place;
    private readonly VoiceOptions _options;
    private readonly ILogger _log;
    private readonly WaitBudget _saying;
    private readonly WaitBudget _taking;
    private readonly byte[] _buffer = new byte[BufferLength];
    private Task _writing = Task.CompletedTask;
    private int _held;
    private int _bytesPerSecond;

    internal Speech(ChildProcess espeak, QueueTicket place, WaitBudget saying, VoiceOptions options, TimeProvider time, ILogger log)
    {
        (_espeak, _place, _saying, _options, _log) = (espeak, place, saying, options, log);
        _taking = new WaitBudget(options.LongestStall, options.MinSpeechRate, time);
    }

    /// <summary>Writes the speech as a WAV file while it is produced, up to the maximum length.</summary>
    /// <param name="output">The target; it has to accept the sound fast enough.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="TimeoutException">The output accepts the sound too slowly.</exception>
    /// <exception cref="AzuSenaException">The program failed or stalled: the file is incomplete.</exception>
    public async Task WriteToAsync(Stream output, CancellationToken cancellationToken)
    {
        var left = StreamedWav.HeaderLength + ((long)_options.MaxSpeechSeconds * _bytesPerSecond);
        while (_held > 0 && left > 0)
        {
            var piece = _buffer.AsMemory(0, (int)Math.Min(_held, left));
            await _taking.SpendAsync(token => WriteAsync(output, piece, token), cancellationToken);
            _taking.Earn(piece.Length);
            left -= piece.Length;
            _held = await ReadAsync(_buffer, cancellationToken);
        }

        if (_held > 0)
        {
            Log.SpeechCut(_log, _options.MaxSpeechSeconds);
        }
        else if (await EndedAsync(cancellationToken) is not 0 and var exitCode)
        {
            throw await FailureAsync(exitCode, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _espeak.Dispose();
        _place.Dispose();
    }

    /// <summary>Passes the text to the program and waits for the first sound.</summary>
    /// <exception cref="AzuSenaException">There is no sound, or not in time.</exception>
    internal async Task BeginAsync(string text, CancellationToken cancellationToken)
    {
        _writing = WriteTextAsync(text);
        while (_held <= StreamedWav.HeaderLength)
        {
            var read = await ReadAsync(_buffer.AsMemory(_held), cancellationToken);
            if (read == 0)
            {
                throw await FailureAsync(await EndedAsync(cancellationToken), cancellationToken);
            }

            _held += read;
        }

        if (!StreamedWav.TryComplete(_buffer, out _bytesPerSecond))
        {
            throw await FailureAsync(exitCode: null, cancellationToken);
        }
    }

    // Through its standard input: as an argument a text could be parsed as an option, and is visible in process lists. Concurrently with reading, as the
    // program may write before it has read everything.
    private async Task WriteTextAsync(string text)
    {
        try
        {
            await _espeak.Input.WriteAsync(Encoding.UTF8.GetBytes(text));
            _espeak.Input.Close();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It has exited; its exit code is more specific.
        }
    }

    private static async ValueTask<int> WriteAsync(Stream output, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        await output.WriteAsync(piece, cancellationToken);
        return piece.Length;
    }

    // A read of a pipe cannot be cancelled; a pending one ends with the program.
    private ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellationToken) =>
        InTimeAsync(async token => await _espeak.Output.ReadAsync(into, CancellationToken.None).AsTask().WaitAsync(token), cancellationToken);

    private async ValueTask<int> InTimeAsync(Func<CancellationToken, ValueTask<int>> wait, CancellationToken cancellationToken)
    {
        try
        {
            return await _saying.SpendAsync(wait, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new AzuSenaException(ErrorCode.SpeechTimeout, exception);
        }
    }

    private ValueTask<int> EndedAsync(CancellationToken cancellationToken) => InTimeAsync(
        async token =>
        {
            await _writing.WaitAsync(token);
            return await _espeak.WaitAsync(token);
        },
        cancellationToken);

    private async Task<AzuSenaException> FailureAsync(int? exitCode, CancellationToken cancellationToken)
    {
        _espeak.End();
        var complaint = "";
        await InTimeAsync(async token => (complaint = await _espeak.Complaint.WaitAsync(token)).Length, cancellationToken);
        Log.EspeakFailed(_log, _options.Espeak, exitCode, complaint);
        return new AzuSenaException(ErrorCode.SpeechUnavailable);
    }
}
