using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using AzuSena.Errors;
using AzuSena.Processes;
using AzuSena.Settings;

namespace AzuSena.Cli.Bench.Voice;

/// <summary>The process of <c>bench/voice/peer.mjs</c>: transformers.js over the same weights.</summary>
internal sealed class TransformersPeer : IDisposable
{
    private readonly Process _process;

    private TransformersPeer(Process process) => _process = process;

    /// <summary>Time until the model was ready, as measured by the process itself.</summary>
    public double LoadSeconds { get; private set; }

    /// <summary>Memory of the process after its last answer.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>Starts the process with a model.</summary>
    /// <param name="model">Folder of the model; its networks may be in it or below <c>onnx</c>.</param>
    /// <param name="work">A folder for files that transformers.js expects in another layout.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<TransformersPeer> StartAsync(string model, string work, CancellationToken cancellationToken)
    {
        var peer = new TransformersPeer(Start(Arrange(model, work)));
        try
        {
            var ready = await peer.ReadAsync(cancellationToken);
            peer.LoadSeconds = ready.GetProperty("seconds").GetDouble();
            return peer;
        }
        catch
        {
            peer.Dispose();
            throw;
        }
    }

    /// <summary>Transcribes a recording.</summary>
    /// <returns>The text and the duration, as measured by the process itself, and the processor time, as measured from outside.</returns>
    public async Task<Heard> TranscribeAsync(VoiceClip clip, CancellationToken cancellationToken)
    {
        _process.Refresh();
        var before = _process.TotalProcessorTime;
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { file = clip.File }).AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        var answer = await ReadAsync(cancellationToken);
        _process.Refresh();
        return new Heard(
            answer.GetProperty("text").GetString()!, answer.GetProperty("seconds").GetDouble(), (_process.TotalProcessorTime - before).TotalSeconds);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<JsonElement> ReadAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new AzuSenaException(
                ErrorCode.RequestInvalid,
                "El proceso de transformers.js terminó antes de responder. Se instala con: npm ci --ignore-scripts --prefix bench/voice");
        var answer = JsonElement.Parse(line);
        MemoryBytes = answer.GetProperty("memory").GetInt64();
        return answer;
    }

    // transformers.js looks for the networks below onnx, and for a description of the tokenizer, which AzuSENA's models do not have.
    private static string Arrange(string model, string work)
    {
        var folder = Path.Combine(work, Path.GetFileName(model));
        Directory.CreateDirectory(Path.Combine(folder, "onnx"));
        foreach (var file in Directory.EnumerateFiles(model))
        {
            var target = Path.GetExtension(file) == ".onnx"
                ? Path.Combine(folder, "onnx", Path.GetFileName(file))
                : Path.Combine(folder, Path.GetFileName(file));
            File.CreateSymbolicLink(target, file);
        }

        if (Path.Combine(folder, "tokenizer_config.json") is var description && !File.Exists(description))
        {
            File.WriteAllText(description, """{ "tokenizer_class": "WhisperTokenizer" }""");
        }

        return folder;
    }

    private static Process Start(string model)
    {
        var script = Path.Combine(EnvironmentSettings.Home, "bench", "voice", "peer.mjs");
        try
        {
            var start = new ProcessStartInfo("node", [script, model]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
            new ChildEnvironment("NODE_*").ApplyTo(start);
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, "Falta Node.js. Ejecuta: sudo apt-get install nodejs npm", exception);
        }
    }
}
