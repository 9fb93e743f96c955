using System.Numerics.Tensors;
using AzuSena.Whisper.Network;
using AzuSena.Whisper.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Decoding;

/// <summary>Decodes the text of one window: greedily, by beam search, or by sampling.</summary>
internal sealed class WindowDecoder(Decoder decoder, TokenVocabulary vocabulary, ModelConfig config)
{
    private readonly TokenRules _rules = new(vocabulary, config);

    /// <summary>The maximum number of tokens of one window.</summary>
    private int Limit => config.DecoderLength / 2;

    /// <summary>The maximum number of context tokens.</summary>
    public int ContextLimit => Limit - 1;

    /// <summary>The spoken language, detected by the model.</summary>
    public string DetectLanguage(Listening listening, RunOptions run)
    {
        using var state = decoder.Begin(listening, [vocabulary.StartOfTranscript], run);
        var logits = state.Logits.ToArray();
        return vocabulary.Languages.MaxBy(language => logits[language.Value]).Key;
    }

    /// <summary>Processes the context, which is common to all texts of the window.</summary>
    public DecoderState Begin(Listening listening, IReadOnlyList<int> context, string language, RunOptions run)
    {
        List<int> tokens = context.Count == 0 ? [] : [vocabulary.StartOfPrevious, .. context.TakeLast(ContextLimit)];
        return decoder.Begin(listening, [.. tokens, vocabulary.StartOfTranscript, vocabulary.Languages[language], vocabulary.Transcribe], run);
    }

    /// <summary>Decodes one text: the most likely token each time, or a sampled one.</summary>
    public DecodedText Write(Listening listening, DecoderState begun, double temperature, Random random, RunOptions run)
    {
        var written = new List<int>();
        var logits = new float[begun.VocabularySize];
        var state = begun;
        double sum = 0;
        var isLoop = false;
        try
        {
            while (true)
            {
                state.Logits.CopyTo(logits);
                _rules.Apply(logits, written);
                var token = temperature > 0 ? LogProbabilities.Draw(logits, temperature, random) : TensorPrimitives.IndexOfMax<float>(logits);
                sum += logits[token] - LogProbabilities.LogSum(logits);
                if (token == vocabulary.EndOfText)
                {
                    break;
                }

                written.Add(token);
                isLoop = RepetitionLoop.PeriodAtEnd(Words(written)) is not null;
                if (isLoop || written.Count >= Limit)
                {
                    break;
                }

                var next = decoder.Step(listening, state, token, run);
                Release(state, begun);
                state = next;
            }
        }
        finally
        {
            Release(state, begun);
        }

        return Finish(written, sum, NoSpeech(begun), isLoop);
    }

    /// <summary>Decodes several texts in parallel and returns the most likely one for its length.</summary>
    public DecodedText Search(Listening listening, DecoderState begun, int beams, RunOptions run)
    {
        using var search = new BeamSearch(decoder, _rules, vocabulary.EndOfText, beams);
        var (tokens, sum) = search.Run(listening, begun, Limit, run);
        return Finish(tokens, sum, NoSpeech(begun), RepetitionLoop.PeriodAtEnd(Words(tokens)) is not null);
    }

    // The probability is the one after the token that begins a transcription, two before the last of the context.
    private double NoSpeech(DecoderState begun) => begun.Probability(vocabulary.NoSpeech, back: 2);

    private DecodedText Finish(IReadOnlyList<int> written, double sum, double noSpeech, bool isLoop)
    {
        var text = vocabulary.Decode(written).Trim();
        return new DecodedText(written, text, sum / (written.Count + 1), noSpeech, CompressionRatio.Of(text), isLoop);
    }

    private List<int> Words(IReadOnlyList<int> tokens) => [.. tokens.Where(token => token < vocabulary.EndOfText)];

    private static void Release(DecoderState state, DecoderState begun)
    {
        if (!ReferenceEquals(state, begun))
        {
            state.Dispose();
        }
    }
}
