using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

/// <summary>The encoder's output for one window, with the decoder's keys and values over it, which are computed once for all its texts.</summary>
internal sealed class Listening(OrtValue hidden) : IDisposable
{
    internal OrtValue Hidden { get; } = hidden;

    internal OrtValue[]? CrossAttention { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Hidden.Dispose();
        foreach (var value in CrossAttention ?? [])
        {
            value.Dispose();
        }
    }
}
