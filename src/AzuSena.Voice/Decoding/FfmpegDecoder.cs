using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using AzuSena.Errors;
using AzuSena.Voice.Recordings;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Decoding;

/// <summary>Decodes recordings other than WAV, if ffmpeg is installed.</summary>
internal sealed class FfmpegDecoder(IOptions<VoiceOptions> options, TimeProvider time, ILogger<FfmpegDecoder> log)
{
    private const int BufferLength = 65_536;

    // Decoding a minute of speech takes a fraction of a second.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Decodes a recording.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.AudioUnsupported"/> if ffmpeg is not installed, <see cref="ErrorCode.AudioInvalid"/>, <see cref="ErrorCode.AudioTooLong"/>,
    /// <see cref="ErrorCode.TranscriptionTimeout"/>.
    /// </exception>
    public async Task<AudioClip> DecodeAsync(Recording recording, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var ffmpeg = Start(recording.Format, recording.Path);

        // A read of a pipe cannot be cancelled, but it ends with the pipe.
        await using var ending = either.Token.Register(ffmpeg.End);
        var clip = await ReadAsync(ffmpeg.Output);
        var isWhole = await ffmpeg.WaitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested)
        {
            throw new AzuSenaException(ErrorCode.TranscriptionTimeout);
        }

        var said = await ffmpeg.Complaint.WaitAsync(either.Token);
        var seconds = clip.Duration.TotalSeconds;
        Log.Decoded(log, recording.Format, seconds, isWhole, said);

        // The decodable part of a damaged recording is transcribed, as a player would play it.
        return clip.Samples.Length > 0 ? clip : throw new AzuSenaException(ErrorCode.AudioInvalid);
    }

    /// <summary>Starts ffmpeg on a file of the service or on <see cref="FfmpegProcess.Pipe"/>.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.AudioUnsupported"/>: ffmpeg is not installed; the message names the package.</exception>
    public FfmpegProcess Start(RecordingFormat format, string input)
    {
        try
        {
            // One second more than the limit, to distinguish recordings that exceed it from those that reach it.
            return FfmpegProcess.Start(options.Value.Ffmpeg, format, input, options.Value.Longest + TimeSpan.FromSeconds(1));
        }
        catch (Win32Exception exception)
        {
            Log.NoFfmpeg(log, options.Value.Ffmpeg);
            throw new AzuSenaException(ErrorCode.AudioUnsupported, ErrorCodeNames.Text("FfmpegMissing"), exception);
        }
    }

    private async Task<AudioClip> ReadAsync(Stream output)
    {
        var longest = (int)(options.Value.Longest.TotalSeconds * AudioClip.SampleRate);
        var clip = new ArrayBufferWriter<float>();
        var buffer = new byte[BufferLength];
        var held = 0;
        while (await output.ReadAsync(buffer.AsMemory(held)) is var read and > 0)
        {
            held += read;
            var floats = MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, held));
            clip.Write(floats);
            held -= floats.Length * sizeof(float);
            buffer.AsSpan(floats.Length * sizeof(float), held).CopyTo(buffer);
            if (clip.WrittenCount > longest)
            {
                throw new AzuSenaException(ErrorCode.AudioTooLong, ErrorCodeNames.Text("AudioTooLongFor", options.Value.MaxSeconds));
            }
        }

        return AudioSamples.Checked(clip.WrittenMemory);
    }
}
