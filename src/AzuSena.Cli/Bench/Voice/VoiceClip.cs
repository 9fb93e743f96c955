using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using AzuSena.Errors;
using AzuSena.Processes;

namespace AzuSena.Cli.Bench.Voice;

/// <summary>A recording with its transcript.</summary>
/// <param name="File">The samples as both sides read them: 16 kHz, mono, 32-bit floats without a header.</param>
/// <param name="Samples">The same in memory.</param>
/// <param name="Said">The transcript.</param>
internal sealed record VoiceClip(string File, float[] Samples, string Said)
{
    private static readonly string[] Kinds = [".ogg", ".wav", ".mp3", ".flac", ".webm", ".m4a"];

    /// <summary>Decodes every recording of a folder that has a transcript (<c>.txt</c>) beside it.</summary>
    public static async Task<IReadOnlyList<VoiceClip>> ReadAsync(string folder, string work, CancellationToken cancellationToken)
    {
        var clips = new List<VoiceClip>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var file in files.Where(file => Kinds.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal))
        {
            if (Path.ChangeExtension(file, ".txt") is var transcript && System.IO.File.Exists(transcript))
            {
                var decoded = Path.Combine(work, $"{clips.Count}.f32");
                await DecodeAsync(file, decoded, cancellationToken);
                var samples = MemoryMarshal.Cast<byte, float>(await System.IO.File.ReadAllBytesAsync(decoded, cancellationToken)).ToArray();
                clips.Add(new VoiceClip(decoded, samples, await System.IO.File.ReadAllTextAsync(transcript, cancellationToken)));
            }
        }

        return clips.Count > 0
            ? clips
            : throw new AzuSenaException(ErrorCode.RequestInvalid, $"En {folder} no hay grabaciones con su transcripción (001.ogg y 001.txt).");
    }

    private static async Task DecodeAsync(string file, string target, CancellationToken cancellationToken)
    {
        try
        {
            string[] arguments = ["-nostdin", "-v", "error", "-y", "-i", file, "-ac", "1", "-ar", "16000", "-f", "f32le", target];
            var start = new ProcessStartInfo("ffmpeg", arguments) { UseShellExecute = false };
            ChildEnvironment.Plain.ApplyTo(start);
            using var ffmpeg = Process.Start(start)!;
            await ffmpeg.WaitForExitAsync(cancellationToken);
            if (ffmpeg.ExitCode != 0)
            {
                throw new AzuSenaException(ErrorCode.RequestInvalid, $"ffmpeg no pudo leer {file}.");
            }
        }
        catch (Win32Exception exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, "Falta ffmpeg. Ejecuta: sudo apt-get install ffmpeg", exception);
        }
    }
}
