using AzuSena.Whisper.Network;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Decoding;

/// <summary>Tries one temperature after the other until a text is neither repetitive nor unlikely (openai/whisper, <c>decode_with_fallback</c>).</summary>
internal sealed class FallbackDecoder(WindowDecoder decoder)
{
    // Any fixed seed: the same recording must give the same text.
    private const int Seed = 1;

    /// <summary>The text, or null if the window is silent.</summary>
    public DecodedText? Decode(Listening listening, DecoderState begun, WhisperOptions options, RunOptions run)
    {
        var random = new Random(Seed);
        DecodedText? text = null;
        foreach (var temperature in options.Temperatures)
        {
            text = temperature == 0 && options.BeamSize > 1
                ? decoder.Search(listening, begun, options.BeamSize, run)
                : decoder.Write(listening, begun, temperature, random, run);
            if (IsSilence(text, options))
            {
                return null;
            }

            if (!HasFailed(text, options))
            {
                break;
            }
        }

        return text;
    }

    /// <summary>Whether another temperature should be tried.</summary>
    internal static bool HasFailed(DecodedText text, WhisperOptions options) =>
        text.IsLoop || text.CompressionRatio > options.CompressionRatioThreshold || text.AverageLogProbability < options.LogProbabilityThreshold;

    /// <summary>Whether there is no speech: the model predicts none, and its text is unlikely.</summary>
    internal static bool IsSilence(DecodedText text, WhisperOptions options) =>
        text.NoSpeechProbability > options.NoSpeechThreshold && text.AverageLogProbability < options.LogProbabilityThreshold;
}
