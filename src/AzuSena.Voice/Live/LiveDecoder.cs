using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AzuSena.Errors;
using AzuSena.Voice.Decoding;
using AzuSena.Voice.Recordings;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Live;

/// <summary>
/// Decodes sound as it arrives: WAV and raw samples in this process, other formats through ffmpeg's pipes. MP4 cannot be read before its end has arrived, so it
/// is decoded then.
/// </summary>
internal sealed class LiveDecoder(FfmpegDecoder ffmpeg, RecordingDecoder recordings, RecordingIntake intake, IOptions<VoiceOptions> options)
{
    private const int Piece = 4_096;

    /// <summary>Decodes to chunks of one channel at 16 kHz.</summary>
    /// <param name="sound">The sound as it arrives.</param>
    /// <param name="format">The format declared by the client.</param>
    /// <param name="cancellationToken">Cancels the decoding.</param>
    /// <exception cref="AzuSenaException">The sound cannot be decoded; the error says why.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<float>> DecodeAsync(
        PipeReader sound,
        LiveFormat format,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = sound.AsStream();
        var pieces = format.Name == LiveFormat.Pcm16
            ? ResampleAsync(Raw(stream, format), cancellationToken)
            : await SniffAsync(sound, cancellationToken) switch
            {
                RecordingFormat.Wav => ReadWavAsync(stream, cancellationToken),
                RecordingFormat.Mp4 => ReadWholeAsync(stream, cancellationToken),
                var kind => PipeAsync(kind, stream, cancellationToken),
            };
        await using var each = pieces.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(each))
        {
            yield return each.Current;
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<ReadOnlyMemory<float>> pieces)
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (AudioException exception)
        {
            throw RecordingDecoder.ErrorOf(exception, options.Value);
        }
    }

    private static WavReader Raw(Stream stream, LiveFormat format) => format.SampleRate is null or (>= WavFormat.MinSampleRate and <= WavFormat.MaxSampleRate)
        ? WavReader.Raw(stream, new WavFormat(format.SampleRate ?? AudioClip.SampleRate, Channels: 1, sizeof(short), IsFloat: false))
        : throw new AzuSenaException(ErrorCode.AudioUnsupported);

    private static async Task<RecordingFormat> SniffAsync(PipeReader sound, CancellationToken cancellationToken)
    {
        var read = await sound.ReadAtLeastAsync(FormatSniffing.Length, cancellationToken);
        var start = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, FormatSniffing.Length)).ToArray();
        sound.AdvanceTo(read.Buffer.Start);
        return start.Length == 0 ? throw new AzuSenaException(ErrorCode.AudioInvalid, ErrorCodeNames.Text("AudioEmpty"))
            : FormatSniffing.Sniff(start) ?? throw new AzuSenaException(ErrorCode.AudioUnsupported);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> ReadWavAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in ResampleAsync(await WavReader.OpenAsync(stream, cancellationToken), cancellationToken))
        {
            yield return piece;
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> ResampleAsync(WavReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var resampler = new Resampler(reader.Format.SampleRate);
        var samples = new float[Piece];
        while (await reader.ReadAsync(samples, cancellationToken) is var count and > 0)
        {
            var piece = new ArrayBufferWriter<float>();
            resampler.Write(samples.AsSpan(0, count), piece);
            yield return piece.WrittenMemory;
        }

        var last = new ArrayBufferWriter<float>();
        resampler.Complete(last);
        yield return last.WrittenMemory;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<float>> ReadWholeAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var recording = await intake.ReceiveAsync(stream, cancellationToken);
        yield return (await recordings.DecodeAsync(recording, cancellationToken)).Samples;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<float>> PipeAsync(
        RecordingFormat format,
        Stream stream,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var process = ffmpeg.Start(format, FfmpegProcess.Pipe);

        // A read of a pipe cannot be cancelled, but it ends with the pipe.
        await using var ending = cancellationToken.Register(process.End);
        var writing = WriteAsync(stream, process.Input, cancellationToken);
        var buffer = new byte[Piece * sizeof(float)];
        var held = 0;
        while (await process.Output.ReadAsync(buffer.AsMemory(held), CancellationToken.None) is var read and > 0)
        {
            held += read;
            var whole = held - (held % sizeof(float));
            var samples = MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, whole)).ToArray();
            held -= whole;
            buffer.AsSpan(whole, held).CopyTo(buffer);
            yield return AudioSamples.Checked(samples).Samples;
        }

        cancellationToken.ThrowIfCancellationRequested();

        // Also if ffmpeg stops before the sound has ended: the rest is invalid, or beyond the limit.
        process.End();
        await writing;
    }

    private static async Task WriteAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, cancellationToken);
        }
        catch (IOException)
        {
            // ffmpeg has exited.
        }
        finally
        {
            await CloseAsync(to);
        }
    }

    private static async Task CloseAsync(Stream stream)
    {
        try
        {
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            // The pipe was closed at the other end.
        }
    }
}
