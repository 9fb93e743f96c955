using AzuSena.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>Opens networks with the settings that all of them share.</summary>
internal static class OnnxSession
{
    /// <summary>Loads a network.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <param name="threads">Threads of one run.</param>
    /// <exception cref="EmbeddingException">ONNX Runtime cannot load it.</exception>
    public static InferenceSession Open(string path, int threads)
    {
        OnnxTelemetry.SwitchOff();
        try
        {
            using var options = Options(threads);
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new EmbeddingException($"ONNX Runtime cannot load {Path.GetFileName(path)}.", exception);
        }
    }

    private static SessionOptions Options(int threads)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR
        };

        // Threads that wait for the next question must not spin.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}
