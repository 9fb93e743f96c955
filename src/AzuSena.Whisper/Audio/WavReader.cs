using System.Buffers;

namespace AzuSena.Whisper.Audio;

/// <summary>
/// Reads a WAV file in chunks: PCM of 8, 16, 24 and 32 bits, floating point of 32 and 64, any rate from 4 to 384 kHz, up to 32 channels (averaged into one).
/// Unknown file chunks are skipped. The stated length of the samples is only an upper limit: if the file ends earlier, or the length was not known when the
/// header was written, all available samples are read. Samples that are NaN or infinite are rejected. It needs no seeking, uses 16 kB, and is not safe for
/// concurrent use.
/// </summary>
public sealed class WavReader
{
    private const int BufferLength = 16_384;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferLength];
    private long _left;
    private int _held;

    private WavReader(Stream stream, WavFormat format, long? length) => (_stream, Format, _left) = (stream, format, length ?? long.MaxValue);

    /// <summary>The format of the samples.</summary>
    public WavFormat Format { get; }

    /// <summary>Reads the header.</summary>
    /// <param name="stream">The file from its first byte; the caller closes it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="AudioException">The file is not a WAV file, is damaged, or its encoding is not supported.</exception>
    public static async Task<WavReader> OpenAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var header = await WavHeader.ReadAsync(stream, cancellationToken);
        return new WavReader(stream, header.Format, header.Length);
    }

    /// <summary>Creates a reader for samples without a header, such as from a microphone.</summary>
    /// <param name="stream">The samples; the caller closes the stream.</param>
    /// <param name="format">The format of the samples.</param>
    public static WavReader Raw(Stream stream, WavFormat format) => new(stream, format, length: null);

    /// <summary>Reads a whole file, resampled to 16 kHz.</summary>
    /// <param name="stream">The file from its first byte; the caller closes it.</param>
    /// <param name="longest">The maximum duration; longer files are rejected.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The clip; empty if the file has no samples.</returns>
    /// <exception cref="AudioException">The file is not a WAV file, is damaged or too long, or its encoding is not supported.</exception>
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
    /// <param name="mono">Receives the samples, −1 to 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The number of samples; 0 at the end. An incomplete last frame is left out.</returns>
    /// <exception cref="AudioException">A sample is NaN or infinite.</exception>
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
