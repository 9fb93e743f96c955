using System.Diagnostics;
using AzuSena.Whisper.Audio;

namespace AzuSena.Testing.Voice;

/// <summary>Sounds that a test makes.</summary>
public static class Clips
{
    /// <summary>A tone, as a WAV file of 16 bits.</summary>
    public static Task<byte[]> ToneAsync(int hertz, double seconds = 1) => WavAsync(Tone(hertz, seconds));

    /// <summary>Nothing to hear.</summary>
    public static Task<byte[]> SilenceAsync(double seconds = 1) => WavAsync(new float[(int)(seconds * AudioClip.SampleRate)]);

    /// <summary>White noise.</summary>
    public static Task<byte[]> NoiseAsync(double seconds)
    {
        var random = new Random(7);
        return WavAsync([.. Enumerable.Range(0, (int)(seconds * AudioClip.SampleRate)).Select(_ => (float)((random.NextDouble() * 0.6) - 0.3))]);
    }

    /// <summary>Samples as a WAV file.</summary>
    public static async Task<byte[]> WavAsync(float[] samples, WavEncoding encoding = WavEncoding.Pcm16)
    {
        using var wav = await WavWriter.ToStreamAsync(new AudioClip(samples), encoding);
        return wav.ToArray();
    }

    /// <summary>A tone's samples.</summary>
    public static float[] Tone(int hertz, double seconds) =>
        [.. Enumerable.Range(0, (int)(seconds * AudioClip.SampleRate)).Select(n => (float)(0.5 * Math.Sin(2 * Math.PI * hertz * n / AudioClip.SampleRate)))];

    /// <summary>A WAV file in another format: ffmpeg with these arguments between its input and its output.</summary>
    public static Task<byte[]> EncodeAsync(byte[] wav, params string[] arguments) => RunAsync("ffmpeg", ["-v", "error", "-i", "pipe:0", .. arguments], wav);

    /// <summary>The arguments for each format that a browser or a telephone sends, by what it is called here.</summary>
    public static string[] Encoding(string format) => format switch
    {
        "wav" => ["-f", "wav", "pipe:1"],
        "mp3" => ["-f", "mp3", "pipe:1"],
        "ogg" => ["-c:a", "libopus", "-f", "ogg", "pipe:1"],
        "vorbis" => ["-c:a", "libvorbis", "-f", "ogg", "pipe:1"],
        "webm" => ["-c:a", "libopus", "-f", "webm", "-live", "1", "pipe:1"],
        "flac" => ["-f", "flac", "pipe:1"],
        "aac" => ["-c:a", "aac", "-f", "adts", "pipe:1"],
        "m4a" => ["-c:a", "aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4", "pipe:1"],
        "mulaw" => ["-c:a", "pcm_mulaw", "-ar", "8000", "-f", "wav", "pipe:1"],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };

    /// <summary>A sentence said by eSpeak NG in Latin-American Spanish.</summary>
    public static Task<byte[]> SayAsync(string text) =>
        RunAsync("espeak-ng", ["-v", "es-419", "-s", "150", "--stdin", "--stdout"], System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task<byte[]> RunAsync(string program, string[] arguments, byte[] input)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"{program} failed.");
    }
}
