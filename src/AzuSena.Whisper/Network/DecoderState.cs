using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

/// <summary>
/// Where a text stands: the keys and values of its tokens, and what may come next. It is never changed, so that several continuations can grow from one.
/// </summary>
internal sealed class DecoderState : IDisposable
{
    private readonly OrtValue _logits;

    internal DecoderState(OrtValue logits, OrtValue[] past, int length)
    {
        (_logits, Past, Length) = (logits, past, length);
        VocabularySize = (int)logits.GetTensorTypeAndShape().Shape[^1];
    }

    /// <summary>Tokens that were read.</summary>
    public int Length { get; }

    /// <summary>How many tokens there are to choose from.</summary>
    public int VocabularySize { get; }

    internal OrtValue[] Past { get; }

    /// <summary>How likely each token is to come next, not normalised: <c>float[vocabulary]</c>.</summary>
    public ReadOnlySpan<float> Logits => LogitsFromEnd(0);

    /// <summary>The same after an earlier token of the last run.</summary>
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
