using System.ComponentModel;
using System.Globalization;
using AzuSena.Processes;
using AzuSena.Voice.Recordings;
using AzuSena.Whisper.Audio;

namespace AzuSena.Voice.Decoding;

/// <summary>
/// One run of ffmpeg that decodes one sound to 16 kHz floats. What it may open is what it is given: the demuxer is the one that the content told, so that
/// no playlist, subtitle or script is read as such; only files and pipes are opened; only decoders of sound are used. It runs behind everything else on the
/// processors, and ends with its disposal.
/// </summary>
internal sealed class FfmpegProcess : IDisposable
{
    /// <summary>The input that is written as it comes.</summary>
    public const string Pipe = "pipe:0";

    private const string Decoders = "opus,libopus,vorbis,libvorbis,mp3,mp3float,aac,aac_fixed,flac,alac,pcm_s16le,pcm_s24le,pcm_s32le,pcm_u8,pcm_f32le,pcm_f64le,pcm_s16be,pcm_mulaw,pcm_alaw,adpcm_ms,adpcm_ima_wav";
    private const int MaxAllocation = 256 << 20;

    private readonly ChildProcess _process;

    private FfmpegProcess(ChildProcess process) => _process = process;

    /// <summary>What it decodes, where the input is <see cref="Pipe"/>.</summary>
    public Stream Input => _process.Input;

    /// <summary>Little-endian floats.</summary>
    public Stream Output => _process.Output;

    /// <summary>What it complained of, for the log, once it has ended.</summary>
    public Task<string> Complaint => _process.Complaint;

    /// <summary>Its number.</summary>
    internal int ProcessId => _process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="program">ffmpeg.</param>
    /// <param name="format">What the input is.</param>
    /// <param name="input">A file of ours, or <see cref="Pipe"/>.</param>
    /// <param name="longest">Decodes no more than this.</param>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static FfmpegProcess Start(string program, RecordingFormat format, string input, TimeSpan longest)
    {
        var isPipe = input == Pipe;
        string[] early = isPipe ? ["-probesize", "2048", "-analyzeduration", "0"] : [];
        return new(ChildProcess.Start(
            program,
            [
                "-nostdin", "-v", "error", "-max_alloc", MaxAllocation.ToString(CultureInfo.InvariantCulture),
                "-protocol_whitelist", isPipe ? "pipe" : "file", "-codec_whitelist", Decoders, "-threads", "1", .. early, "-f", Demuxer(format), "-i", input,
                "-t", longest.TotalSeconds.ToString(CultureInfo.InvariantCulture), "-map", "0:a:0", "-vn", "-sn", "-dn", "-ac", "1",
                "-ar", AudioClip.SampleRate.ToString(CultureInfo.InvariantCulture), "-threads", "1", "-flush_packets", "1", "-f", "f32le", "pipe:1",
            ],
            new ChildStart { HasInput = isPipe, IsBehind = true }));
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Whether it says that all went well.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken) => await _process.WaitAsync(cancellationToken) == 0;

    /// <summary>Ends it, which ends every read from it; it may have ended already.</summary>
    public void End() => _process.End();

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private static string Demuxer(RecordingFormat format) => format switch
    {
        RecordingFormat.Wav => "wav",
        RecordingFormat.Mp3 => "mp3",
        RecordingFormat.Ogg => "ogg",
        RecordingFormat.WebM => "matroska",
        RecordingFormat.Mp4 => "mov",
        RecordingFormat.Flac => "flac",
        RecordingFormat.Aac => "aac",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
