using System.Numerics.Tensors;
using AzuSena.Whisper.Network;
using AzuSena.Whisper.Tokens;

namespace AzuSena.Whisper.Decoding;

/// <summary>
/// The rules for the next token (openai/whisper, <c>decoding.py</c>): no suppressed tokens; timestamps come in pairs, never decrease, begin within the first
/// second and are forced once together they are more likely than any word.
/// </summary>
internal sealed class TokenRules(TokenVocabulary vocabulary, ModelConfig config)
{
    // One second, at 0.02 s per token.
    private const int LatestFirstTimestamp = 50;

    /// <summary>Suppresses invalid tokens by setting their logits to −∞.</summary>
    /// <param name="logits"><c>float[vocabulary]</c>, modified in place.</param>
    /// <param name="written">Tokens written so far, without the context.</param>
    public void Apply(Span<float> logits, IReadOnlyList<int> written)
    {
        Bar(logits, config.Suppressed);
        if (written.Count == 0)
        {
            Bar(logits, config.SuppressedFirst);
        }

        logits[vocabulary.NoTimestamps] = float.NegativeInfinity;
        if (written.Count == 0)
        {
            logits[..vocabulary.FirstTimestamp].Fill(float.NegativeInfinity);
            logits[(vocabulary.FirstTimestamp + LatestFirstTimestamp + 1)..].Fill(float.NegativeInfinity);
            return;
        }

        KeepOrder(logits, written);
        PreferTimes(logits);
    }

    private void KeepOrder(Span<float> logits, IReadOnlyList<int> written)
    {
        var isTime = IsTimestamp(written[^1]);
        var wasTime = written.Count < 2 || IsTimestamp(written[^2]);
        if (isTime && wasTime)
        {
            logits[vocabulary.FirstTimestamp..].Fill(float.NegativeInfinity);
        }
        else if (isTime)
        {
            logits[..vocabulary.EndOfText].Fill(float.NegativeInfinity);
        }

        // The second of a pair may repeat the same time; an end must be later than its beginning.
        if (Latest(written) is { } latest)
        {
            var least = isTime && !wasTime ? latest : latest + 1;
            logits[vocabulary.FirstTimestamp..least].Fill(float.NegativeInfinity);
        }
    }

    private void PreferTimes(Span<float> logits)
    {
        var times = logits[vocabulary.FirstTimestamp..];
        var words = logits[..vocabulary.FirstTimestamp];
        if (LogProbabilities.LogSum(times) > TensorPrimitives.Max<float>(words))
        {
            words.Fill(float.NegativeInfinity);
        }
    }

    private int? Latest(IReadOnlyList<int> written)
    {
        for (var index = written.Count - 1; index >= 0; index--)
        {
            if (IsTimestamp(written[index]))
            {
                return written[index];
            }
        }

        return null;
    }

    private bool IsTimestamp(int token) => token >= vocabulary.FirstTimestamp;

    private static void Bar(Span<float> logits, IReadOnlyList<int> tokens)
    {
        foreach (var token in tokens)
        {
            if ((uint)token < (uint)logits.Length)
            {
                logits[token] = float.NegativeInfinity;
            }
        }
    }
}
