using AzuSena.Errors;
using AzuSena.Voice.Recordings;
using AzuSena.Whisper.Audio;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Decoding;

/// <summary>Decodes recordings: WAV in this process, the rest through ffmpeg.</summary>
internal sealed class RecordingDecoder(FfmpegDecoder ffmpeg, IOptions<VoiceOptions> options)
{
    /// <summary>Decodes a recording.</summary>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.AudioUnsupported"/>, <see cref="ErrorCode.AudioInvalid"/> or <see cref="ErrorCode.AudioTooLong"/>.
    /// </exception>
    public async Task<AudioClip> DecodeAsync(Recording recording, CancellationToken cancellationToken)
    {
        var clip = recording.Format == RecordingFormat.Wav
            ? await ReadWavAsync(recording, cancellationToken)
            : await ffmpeg.DecodeAsync(recording, cancellationToken);
        return clip.Samples.Length > 0 ? clip : throw new AzuSenaException(ErrorCode.AudioInvalid, ErrorCodeNames.Text("AudioEmpty"));
    }

    /// <summary>The exception for sound that is not supported.</summary>
    public static AzuSenaException ErrorOf(AudioException exception, VoiceOptions options) => exception.Problem switch
    {
        AudioProblem.TooLong => new AzuSenaException(ErrorCode.AudioTooLong, ErrorCodeNames.Text("AudioTooLongFor", options.MaxSeconds), exception),
        AudioProblem.Unsupported => new AzuSenaException(ErrorCode.AudioUnsupported, exception),
        _ => new AzuSenaException(ErrorCode.AudioInvalid, exception),
    };

    private async Task<AudioClip> ReadWavAsync(Recording recording, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(recording.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            return await WavReader.ReadClipAsync(file, options.Value.Longest, cancellationToken);
        }
        catch (AudioException exception) when (exception.Problem == AudioProblem.Unsupported)
        {
            // Telephone encodings in a WAV, which ffmpeg supports.
            return await ffmpeg.DecodeAsync(recording, cancellationToken);
        }
        catch (AudioException exception)
        {
            throw ErrorOf(exception, options.Value);
        }
    }
}
