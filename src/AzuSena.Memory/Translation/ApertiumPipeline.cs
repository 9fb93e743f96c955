using System.ComponentModel;
using System.Text;
using AzuSena.Processes;

namespace AzuSena.Memory.Translation;

/// <summary>
/// A running pipeline. It ends at the first error, so that a late reply is never mistaken for that of another text; in addition each text carries a number that
/// must be returned with its translation. Not safe for concurrent use.
/// </summary>
internal sealed class ApertiumPipeline : IDisposable
{
    private const byte EndOfText = 0;

    // Apertium rejects non-ASCII characters in the C locale.
    private static readonly ChildStart Way = new()
    {
        Environment = new ChildEnvironment("APERTIUM*"),
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["LC_ALL"] = "C.UTF-8" },
        HasInput = true,
    };

    private readonly ChildProcess _process;
    private readonly byte[] _buffer = new byte[16_384];
    private int _start;
    private int _end;
    private long _number;

    private ApertiumPipeline(ChildProcess process) => _process = process;

    /// <summary>The process id of its shell.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts a pipeline.</summary>
    /// <exception cref="TranslationException">The pipeline cannot be started.</exception>
    public static ApertiumPipeline Start(ApertiumMode mode)
    {
        try
        {
            return new(ChildProcess.Start("/bin/sh", ["-c", $"( {mode.Command} ) 2>/dev/null"], Way));
        }
        catch (Win32Exception exception)
        {
            throw new TranslationException("Apertium could not be started.", exception);
        }
    }

    /// <summary>Translates cleaned texts; the pipeline is unusable after an exception.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="limit">Ends the pipeline when cancelled.</param>
    /// <exception cref="TranslationException">The pipeline ended, hung or returned unexpected output.</exception>
    public async Task<string[]> TranslateAsync(IReadOnlyList<string> texts, CancellationToken limit)
    {
        // A read of a pipe cannot be cancelled, but it ends with the pipe.
        using var registration = limit.Register(_process.End);
        try
        {
            var first = _number;
            _number += texts.Count;

            // Reads concurrently: the pipeline stops accepting texts when its output is not read.
            var writing = Task.Run(() => WriteAsync(texts, first), CancellationToken.None);
            var translations = new string[texts.Count];
            for (var index = 0; index < texts.Count; index++)
            {
                translations[index] = WithoutMark(await ReadAsync(), first + index);
            }

            await writing;
            return translations;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or ObjectDisposedException)
        {
            throw new TranslationException(limit.IsCancellationRequested ? "Apertium took too long." : "Apertium ended.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    // The mark is in a superblank, which Apertium passes through unchanged. Without one at the end, Apertium holds back the last word.
    private static string Mark(long number) => $"[][{number}]";

    private static string WithoutMark(string translation, long number) => translation.EndsWith(Mark(number), StringComparison.Ordinal)
        ? translation[..^Mark(number).Length] : throw new TranslationException("Apertium gave the translation of another text.");

    private async Task WriteAsync(IReadOnlyList<string> texts, long first)
    {
        var input = _process.Input;
        foreach (var (index, text) in texts.Index())
        {
            await input.WriteAsync(Encoding.UTF8.GetBytes($"{text}{Mark(first + index)}\0"));
            await input.FlushAsync();
        }
    }

    private async Task<string> ReadAsync()
    {
        using var bytes = new MemoryStream();
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf(EndOfText);
            bytes.Write(_buffer, _start, length < 0 ? _end - _start : length);
            if (length >= 0)
            {
                _start += length + 1;
                return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            }

            _start = 0;
            _end = await _process.Output.ReadAsync(_buffer);
            if (_end == 0)
            {
                throw new EndOfStreamException();
            }
        }
    }
}
