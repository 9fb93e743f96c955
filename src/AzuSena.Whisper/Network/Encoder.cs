using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

/// <summary>The encoder network. Safe for concurrent use.</summary>
internal sealed class Encoder : IDisposable
{
    private const string Input = "input_features";
    private const string Output = "last_hidden_state";

    private readonly InferenceSession _session;
    private readonly int _bands;

    /// <exception cref="WhisperException">The file is not the encoder of a Whisper model with <paramref name="bands"/>.</exception>
    public Encoder(string path, int bands, int threads)
    {
        _bands = bands;
        _session = ModelSessions.Load(path, threads, Output);
        if (!_session.InputMetadata.TryGetValue(Input, out var input) || input.ElementType != typeof(float) || !_session.OutputMetadata.ContainsKey(Output))
        {
            _session.Dispose();
            throw new WhisperException($"{path} is no encoder of Whisper's that reads and gives 32-bit numbers.");
        }

        if (input.Dimensions is [_, > 0 and var declared, _] && declared != bands)
        {
            _session.Dispose();
            throw new WhisperException($"{path} reads {declared} mel bands, but config.json says {bands}.");
        }
    }

    /// <summary>Encodes 30 s of sound.</summary>
    /// <param name="features"><c>float[bands · 3000]</c>.</param>
    /// <param name="run">Cancels the run when terminated.</param>
    public OrtValue Run(float[] features, RunOptions run)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(features, [1, _bands, features.Length / _bands]);

        return _session.Run(run, [Input], [input], [Output])[0];
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
