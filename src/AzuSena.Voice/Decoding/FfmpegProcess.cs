using System.ComponentModel;
using System.Globalization;
using AzuSena.Processes;
using AzuSena.Voice.Recordings;
using AzuSena.Whisper.Audio;

namespace AzuSena.Voice.Decoding;

/// <summary>
/// One run of ffmpeg that decodes one recording to 16 kHz floats. Its access is restricted: the demuxer is the one detected from the content, so that
/// playlists, subtitles and scripts are not interpreted; only files and pipes are opened; only audio decoders are enabled. It runs at low priority and
/// ends when disposed.
/// </summary>
internal sealed class FfmpegProcess : IDisposable
{
    /// <summary>The name of the standard input.</summary>
    public const string Pipe = "pipe:0";

    private const string Decoders = "opus,libopus,vorbis,libvorbis,mp3,mp3float,aac,aac_fixed,flac,alac,"
        + "pcm_s16le,pcm_s24le,pcm_s32le,pcm_u8,pcm_f32le,pcm_f64le,pcm_s16be,pcm_mulaw,pcm_alaw,adpcm_ms,adpcm_ima_wav";
    private const int MaxAllocation = 256 << 20;

    private readonly ChildProcess _process;

    private FfmpegProcess(ChildProcess process) => _process = process;

    /// <summary>The standard input, if the input is <see cref="Pipe"/>.</summary>
    public Stream Input => _process.Input;

    /// <summary>The output: little-endian floats.</summary>
    public Stream Output => _process.Output;

    /// <summary>The error output, for the log, once it has ended.</summary>
    public Task<string> Complaint => _process.Complaint;

    /// <summary>The process id.</summary>
    internal int ProcessId => _process.Id;

    /// <summary>Starts the process.</summary>
    /// <param name="program">The ffmpeg program.</param>
    /// <param name="format">The format of the input.</param>
    /// <param name="input">A file of the service, or <see cref="Pipe"/>.</param>
    /// <param name="longest">The maximum duration to decode.</param>
    /// <exception cref="Win32Exception">The program does not exist.</exception>
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

    /// <summary>Waits for the process to exit.</summary>
    /// <returns>Whether its exit code reports success.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken) => await _process.WaitAsync(cancellationToken) == 0;

    /// <summary>Kills the process, which ends all reads from it; it may have exited already.</summary>
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
