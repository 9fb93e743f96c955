using System.Buffers;

namespace AzuSena.Whisper.Audio;

/// <summary>
/// Reads a WAV file piece by piece: PCM of 8, 16, 24 and 32 bits, floating point of 32 and 64, any rate from 4 to 384 kHz, any number of channels up to
/// 32 (averaged into one). Chunks that it does not know are passed over. Of the samples' length it believes only that no more belongs to them: where
/// the file ends earlier, or the length was not known when the header was written, it reads what is there. Samples that are no numbers or infinite are
/// refused. It needs no seeking, holds 16 kB, and is not for concurrent use.
/// </summary>
public sealed class WavReader
{
    private const int BufferLength = 16_384;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferLength];
    private long _left;
    private int _held;

    private WavReader(Stream stream, WavFormat format, long? length) => (_stream, Format, _left) = (stream, format, length ?? long.MaxValue);

    /// <summary>How the samples are written.</summary>
    public WavFormat Format { get; }

    /// <summary>Reads the header.</summary>
    /// <param name="stream">The file from its first byte; the caller's to close.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AudioException">It is no WAV, a damaged one, or of an encoding that is not read here.</exception>
    public static async Task<WavReader> OpenAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var header = await WavHeader.ReadAsync(stream, cancellationToken);
        return new WavReader(stream, header.Format, header.Length);
    }

    /// <summary>Samples without a header, such as a microphone gives.</summary>
    /// <param name="stream">The samples; the caller's to close.</param>
    /// <param name="format">How they are written.</param>
    public static WavReader Raw(Stream stream, WavFormat format) => new(stream, format, length: null);

    /// <summary>Reads a whole file at 16 kHz, whatever its own rate.</summary>
    /// <param name="stream">The file from its first byte; the caller's to close.</param>
    /// <param name="longest">More than this is refused.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The clip; empty where the file has no samples.</returns>
    /// <exception cref="AudioException">It is no WAV, damaged, of an encoding that is not read here, or too long.</exception>
    public static async Task<AudioClip> ReadClipAsync(Stream stream, TimeSpan longest, CancellationToken cancellationToken = default)
    {
        var reader = await OpenAsync(stream, cancellationToken);
        var limit = (long)(longest.TotalSeconds * AudioClip.SampleRate);
        var clip = new ArrayBufferWriter<float>();
        var resampler = new Resampler(reader.Format.SampleRate);
        var samples = new float[BufferLength];
        while (await reader.ReadAsync(samples, cancellationToken) is var count and > 0)
        {
            resampler.Write(samples.AsSpan(0, count), clip);
            if (clip.WrittenCount > limit)
            {
                throw new AudioException(AudioProblem.TooLong, $"It is longer than {longest.TotalSeconds} s.");
            }
        }

        resampler.Complete(clip);
        return new AudioClip(clip.WrittenMemory);
    }

    /// <summary>Reads the next samples, at the file's own rate.</summary>
    /// <param name="mono">Takes them, −1 to 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>How many; 0 at the end. A frame that the file ends inside of is left out.</returns>
    /// <exception cref="AudioException">A sample is no number, or infinite.</exception>
    public async ValueTask<int> ReadAsync(Memory<float> mono, CancellationToken cancellationToken = default)
    {
        var frame = Format.BytesPerFrame;
        var wanted = Math.Min(mono.Length, BufferLength / frame) * frame;
        while (_held < frame && _left > 0)
        {
            var read = await _stream.ReadAsync(_buffer.AsMemory(_held, (int)Math.Min(wanted - _held, _left)), cancellationToken);
            _held += read;
            _left = read == 0 ? 0 : _left - read;
        }

        var frames = _held / frame;
        PcmSamples.Decode(_buffer.AsSpan(0, frames * frame), Format, mono.Span);
        _held -= frames * frame;
        _buffer.AsSpan(frames * frame, _held).CopyTo(_buffer);
        return frames;
    }
}
