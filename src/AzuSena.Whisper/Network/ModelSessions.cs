using AzuSena.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

/// <summary>Creates sessions of ONNX Runtime.</summary>
internal static class ModelSessions
{
    // A larger file has its weights in a separate file, and is not read into memory.
    private const long LargestToRewrite = 1L << 30;

    /// <summary>Loads a network. Its threads have the priority of the calling thread.</summary>
    /// <param name="path">The file.</param>
    /// <param name="threads">Threads of one run.</param>
    /// <param name="onlyOutput">The only output that is used; null for all outputs.</param>
    /// <exception cref="WhisperException">The file is not a network.</exception>
    public static InferenceSession Load(string path, int threads, string? onlyOutput = null)
    {
        OnnxTelemetry.SwitchOff();
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = threads,
                InterOpNumThreads = 1,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR
            };

            // Idle threads must not spin, but a decoder's steps are too short to wake them for each.
            options.AddSessionConfigEntry("session.force_spinning_stop", "1");
            return Slimmed(path, onlyOutput) is { } model ? new InferenceSession(model, options) : new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new WhisperException($"ONNX Runtime cannot load {path}: {exception.Message}", exception);
        }
    }

    private static byte[]? Slimmed(string path, string? onlyOutput) =>
        onlyOutput is not null && !File.Exists(path + "_data") && !File.Exists(path + ".data") && new FileInfo(path).Length < LargestToRewrite
            ? GraphOutputs.Keep(File.ReadAllBytes(path), onlyOutput)
            : null;
}
