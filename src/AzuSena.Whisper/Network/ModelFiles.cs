namespace AzuSena.Whisper.Network;

/// <summary>The network files of a model's folder, with the names of the usual ONNX exports, in it or in its <c>onnx</c> folder.</summary>
/// <param name="Encoder">The encoder.</param>
/// <param name="Decoder">The decoder: both branches in one file, or the branch without past tokens.</param>
/// <param name="DecoderWithPast">The branch with past tokens, if it has a separate file.</param>
internal sealed record ModelFiles(string Encoder, string Decoder, string? DecoderWithPast)
{
    // The fastest on a CPU first; no suffix stands for full-precision weights.
    private static readonly string[] Endings = ["_quantized", "_int8", "_uint8", "", "_q4", "_bnb4"];

    /// <exception cref="WhisperException">A network is missing; the message says which.</exception>
    public static ModelFiles Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new WhisperException($"There is no folder {folder}.");
        }

        var encoder = First(folder, "encoder_model") ?? throw new WhisperException($"{folder} has no encoder_model_quantized.onnx or encoder_model.onnx.");
        if (First(folder, "decoder_model_merged") is { } merged)
        {
            return new ModelFiles(encoder, merged, null);
        }

        return First(folder, "decoder_model") is { } decoder && First(folder, "decoder_with_past_model") is { } withPast
            ? new ModelFiles(encoder, decoder, withPast)
            : throw new WhisperException($"{folder} has neither decoder_model_merged….onnx nor decoder_model….onnx with decoder_with_past_model….onnx.");
    }

    private static string? First(string folder, string name) =>
        Endings
            .SelectMany(ending => new[] { Path.Combine(folder, "onnx", $"{name}{ending}.onnx"), Path.Combine(folder, $"{name}{ending}.onnx") })
            .FirstOrDefault(File.Exists);
}
