using System.Runtime.InteropServices;
using AzuSena.Testing;
using AzuSena.Whisper.Audio;

namespace AzuSena.Whisper.Support;

/// <summary>Recordings with what is said in them.</summary>
internal static class Clips
{
    /// <summary>How many there are of <c>fleurs-es</c>.</summary>
    public const int Count = 5;

    /// <summary>One of <c>fleurs-es</c>, decoded by ffmpeg.</summary>
    public static async Task<(float[] Samples, string Text)> FleursAsync(int index) =>
        (await DecodeAsync(Repository.SharedData($"fleurs-es/{index:000}.ogg")!),
            await File.ReadAllTextAsync(Repository.SharedData($"fleurs-es/{index:000}.txt")!));

    /// <summary>A sentence that espeak-ng says.</summary>
    public static async Task<float[]> SayAsync(string text)
    {
        using var folder = new TemporaryFolder();
        var run = await ProcessRun.OfAsync("espeak-ng", ["-v", "es-419", "-s", "145", "-w", folder.Combine("voz.wav"), text]);
        run.ExitCode.Should().Be(0, run.Error);
        await using var file = File.OpenRead(folder.Combine("voz.wav"));
        return (await WavReader.ReadClipAsync(file, TimeSpan.FromMinutes(5))).Samples.ToArray();
    }

    /// <summary>The same again and again.</summary>
    public static AudioClip Repeat(float[] samples, int times) => new(Enumerable.Repeat(samples, times).SelectMany(part => part).ToArray());

    /// <summary>A WAV file of samples.</summary>
    public static Task<MemoryStream> WavAsync(float[] samples) => WavWriter.ToStreamAsync(new AudioClip(samples));

    private static async Task<float[]> DecodeAsync(string path)
    {
        using var folder = new TemporaryFolder();
        var run = await ProcessRun.OfAsync(
            "ffmpeg", ["-nostdin", "-v", "error", "-i", path, "-ac", "1", "-ar", "16000", "-f", "f32le", folder.Combine("clip")]);
        run.ExitCode.Should().Be(0, run.Error);
        return MemoryMarshal.Cast<byte, float>(await File.ReadAllBytesAsync(folder.Combine("clip"))).ToArray();
    }
}
