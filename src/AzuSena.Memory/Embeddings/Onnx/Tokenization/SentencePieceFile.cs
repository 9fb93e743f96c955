using Google.Protobuf;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>
/// A SentencePiece model (<c>sentencepiece.bpe.model</c>, <c>spiece.model</c>): the required part of sentencepiece_model.proto. That of XLM-RoBERTa is a
/// Unigram model despite its name.
/// </summary>
internal static class SentencePieceFile
{
    private const int Unigram = 1;
    private const int Unknown = 2;
    private const int Control = 3;
    private const int Unused = 5;
    private const int Byte = 6;

    // fairseq, the origin of XLM-RoBERTa, has <s>, <pad>, </s>, <unk> first, so that all other pieces are shifted by one.
    private const int FairseqBegin = 0;
    private const int FairseqPadding = 1;
    private const int FairseqEnd = 2;
    private const int FairseqUnknown = 3;

    private sealed record Piece(string Text = "", float Score = 0, int Type = 1);

    /// <summary>Reads the file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fairseqIds">Whether the network numbers the pieces as XLM-RoBERTa does, one higher than the file.</param>
    /// <exception cref="EmbeddingException">The model is not Unigram, or has byte fallback.</exception>
    public static TextTokenizer Read(byte[] bytes, bool fairseqIds)
    {
        var (pieces, type, charsmap) = Parse(bytes);
        if (type != Unigram || pieces.Any(piece => piece.Type == Byte))
        {
            throw new EmbeddingException("The SentencePiece model is not Unigram, or falls back to bytes; it cannot be used.");
        }

        var texts = pieces.Index()
            .Where(piece => piece.Item.Type is not (Unknown or Control or Unused))
            .Select(piece => (piece.Item.Text, fairseqIds ? piece.Index + 1 : piece.Index, (double)piece.Item.Score));
        var unknown = fairseqIds ? FairseqUnknown : pieces.FindIndex(piece => piece.Type == Unknown);
        var special = fairseqIds ? new SpecialTokens([FairseqBegin], [FairseqEnd], FairseqPadding)
            : new SpecialTokens(Ids(pieces, "<s>"), Ids(pieces, "</s>"), Ids(pieces, "<pad>").FirstOrDefault());
        return new TextTokenizer(new UnigramModel(texts, unknown, charsmap).Encode, special);
    }

    private static List<int> Ids(List<Piece> pieces, string token) =>
        [.. pieces.Index().Where(piece => piece.Item.Type == Control && piece.Item.Text == token).Select(piece => piece.Index)];

    private static (List<Piece> Pieces, int Type, CharsMap Charsmap) Parse(byte[] bytes)
    {
        List<Piece> pieces = [];
        var type = Unigram;
        ByteString charsmap = ByteString.Empty;
        Fields(bytes, (model, field) =>
        {
            switch (field)
            {
                case 1:
                    pieces.Add(ParsePiece(model.ReadBytes().ToByteArray()));
                    return true;
                case 2:
                    Fields(model.ReadBytes().ToByteArray(), (trainer, inner) => inner == 3 && (type = trainer.ReadInt32()) >= 0);
                    return true;
                case 3:
                    Fields(model.ReadBytes().ToByteArray(), (normalizer, inner) => inner == 2 && (charsmap = normalizer.ReadBytes()) is not null);
                    return true;
                default:
                    return false;
            }
        });
        return pieces.Count > 0 ? (pieces, type, new CharsMap(charsmap.Span)) : throw new EmbeddingException("The SentencePiece model holds no pieces.");
    }

    private static Piece ParsePiece(byte[] bytes)
    {
        var piece = new Piece();
        Fields(bytes, (input, field) =>
        {
            piece = field switch
            {
                1 => piece with { Text = input.ReadString() },
                2 => piece with { Score = input.ReadFloat() },
                3 => piece with { Type = input.ReadInt32() },
                _ => piece,
            };
            return field is 1 or 2 or 3;
        });
        return piece;
    }

    // Passes each field to a reader, which returns whether it consumed the value; other fields are skipped.
    private static void Fields(byte[] message, Func<CodedInputStream, int, bool> read)
    {
        using var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            if (!read(input, WireFormat.GetTagFieldNumber(tag)))
            {
                input.SkipLastField();
            }
        }
    }
}
