using Microsoft.ML.Tokenizers;

namespace AzuSena.Embeddings.Onnx.Tokenization;

/// <summary>SentencePiece: the likeliest segmentation (Unigram) or merges (BPE) over text in which a space is a letter, ▁.</summary>
internal static class SentencePiece
{
    // The ids that fairseq, where XLM-RoBERTa comes from, gave to what SentencePiece numbers 1, -, 2 and 0; all others moved up by one.
    private const int FairseqBegin = 0;
    private const int FairseqPadding = 1;
    private const int FairseqEnd = 2;
    private const int FairseqUnknown = 3;

    /// <summary>From the bytes of a SentencePiece model.</summary>
    /// <param name="bytes">The model, a protocol buffer.</param>
    /// <param name="fairseqIds">Whether the network numbers the pieces as XLM-RoBERTa does, one above the file.</param>
    public static TextTokenizer FromModel(byte[] bytes, bool fairseqIds)
    {
        var tokenizer = Create(bytes);
        var unknown = tokenizer.UnknownId;
        return fairseqIds
            ? new TextTokenizer(
                text => [.. Pieces(tokenizer, text).Select(id => id == unknown ? FairseqUnknown : id + 1)],
                new SpecialTokens([FairseqBegin], [FairseqEnd], FairseqPadding))
            : new TextTokenizer(
                text => Pieces(tokenizer, text),
                new SpecialTokens([tokenizer.BeginningOfSentenceId], [tokenizer.EndOfSentenceId], tokenizer.Vocabulary.GetValueOrDefault("<pad>")));
    }

    /// <summary>Reads a model.</summary>
    internal static SentencePieceTokenizer Create(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false, specialTokens: null);
    }

    /// <summary>The ids of a text's pieces.</summary>
    internal static IReadOnlyList<int> Pieces(SentencePieceTokenizer tokenizer, string text) =>
        tokenizer.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false);
}
