using System.Numerics.Tensors;
using AzuSena.Errors;
using AzuSena.Whisper.Audio;

namespace AzuSena.Voice.Decoding;

/// <summary>Holds decoded samples to what a model can take.</summary>
internal static class AudioSamples
{
    /// <summary>The samples as a clip.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.AudioInvalid"/>: one of them is no number.</exception>
    public static AudioClip Checked(ReadOnlyMemory<float> samples) =>
        TensorPrimitives.IsFiniteAll(samples.Span) ? new AudioClip(samples) : throw new AzuSenaException(ErrorCode.AudioInvalid);
}
