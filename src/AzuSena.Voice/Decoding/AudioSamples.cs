using System.Numerics.Tensors;
using AzuSena.Errors;
using AzuSena.Whisper.Audio;

namespace AzuSena.Voice.Decoding;

/// <summary>Limits decoded samples to the range of the model.</summary>
internal static class AudioSamples
{
    /// <summary>The samples as a clip.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.AudioInvalid"/>: a sample is not a number.</exception>
    public static AudioClip Checked(ReadOnlyMemory<float> samples) =>
        TensorPrimitives.IsFiniteAll(samples.Span) ? new AudioClip(samples) : throw new AzuSenaException(ErrorCode.AudioInvalid);
}
