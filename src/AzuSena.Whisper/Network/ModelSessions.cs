using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

/// <summary>Makes sessions of ONNX Runtime.</summary>
internal static class ModelSessions
{
    /// <summary>Loads a network. Its threads have the priority of the thread that calls.</summary>
    /// <exception cref="WhisperException">The file is no network.</exception>
    public static InferenceSession Load(string path, int threads)
    {
        OnnxTelemetry.SwitchOff();
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };

            // Threads that have nothing to do must not keep a core busy, but a decoder's steps are too short to wake them for each.
            options.AddSessionConfigEntry("session.force_spinning_stop", "1");
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new WhisperException($"ONNX Runtime cannot load {path}: {exception.Message}", exception);
        }
    }
}
