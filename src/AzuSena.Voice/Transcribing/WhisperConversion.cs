using AzuSena.Models.ModelFiles;
using AzuSena.Whisper;
using AzuSena.Whisper.Conversion;

namespace AzuSena.Voice.Transcribing;

/// <summary>Makes the ggml models of the catalogue from its ONNX exports.</summary>
internal sealed class WhisperConversion : IModelConversion
{
    /// <inheritdoc/>
    public string Name => "ggml-q8_0";

    /// <inheritdoc/>
    public void Convert(string folder, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            GgmlConversion.Convert(folder, GgmlType.Q8, target, progress: null, cancellationToken);
        }
        catch (WhisperException exception)
        {
            throw new ModelException(VoiceTexts.Get("ConversionFailed", Path.GetFileName(folder)), exception);
        }
    }
}
