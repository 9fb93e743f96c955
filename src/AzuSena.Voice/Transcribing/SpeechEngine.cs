namespace AzuSena.Voice.Transcribing;

/// <summary>What computes a speech recognition model.</summary>
/// <param name="Name"><see cref="Onnx"/> or <see cref="WhisperNet"/>, as in <c>Voice__Engine</c>.</param>
/// <param name="Library">What it computes on: <c>cpu</c>, or the library of a card, such as <c>vulkan</c>.</param>
/// <param name="Reason">Why this one, in Spanish, for the operator.</param>
public sealed record SpeechEngine(string Name, string Library, string Reason)
{
    /// <summary>Chooses by what is installed.</summary>
    public const string Auto = "auto";

    /// <summary>Our own engine on ONNX Runtime.</summary>
    public const string Onnx = "onnx";

    /// <summary>Whisper.net, for ggml files and cards.</summary>
    public const string WhisperNet = "whisper.net";

    /// <summary>The library of an engine that uses no card.</summary>
    public const string Processor = "cpu";
}
