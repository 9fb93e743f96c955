using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

/// <summary>
/// The immutable state of a text: the keys and values of its tokens, and the logits of the next one. Several continuations can share one state.
/// </summary>
internal sealed class DecoderState : IDisposable
{
    private readonly OrtValue _logits;

    internal DecoderState(OrtValue logits, OrtValue[] past, int length)
    {
        (_logits, Past, Length) = (logits, past, length);
        VocabularySize = (int)logits.GetTensorTypeAndShape().Shape[^1];
    }

    /// <summary>The tokens processed.</summary>
    public int Length { get; }

    /// <summary>The size of the vocabulary.</summary>
    public int VocabularySize { get; }

    internal OrtValue[] Past { get; }

    /// <summary>The logits of the next token: <c>float[vocabulary]</c>.</summary>
    public ReadOnlySpan<float> Logits => LogitsFromEnd(0);

    /// <summary>The logits after an earlier token of the last run.</summary>
    /// <param name="back">0 for the last one.</param>
    public ReadOnlySpan<float> LogitsFromEnd(int back)
    {
        var all = _logits.GetTensorDataAsSpan<float>();
        return all.Slice(all.Length - ((back + 1) * VocabularySize), VocabularySize);
    }

    /// <summary>The probability of a token after an earlier token of the last run.</summary>
    public double Probability(int token, int back)
    {
        var probabilities = new float[VocabularySize];
        TensorPrimitives.SoftMax(LogitsFromEnd(back), probabilities);
        return probabilities[token];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _logits.Dispose();
        foreach (var value in Past)
        {
            value.Dispose();
        }
    }
}
