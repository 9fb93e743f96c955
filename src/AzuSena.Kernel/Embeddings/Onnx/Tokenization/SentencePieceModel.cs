using Google.Protobuf;

namespace AzuSena.Embeddings.Onnx.Tokenization;

/// <summary>Writes a SentencePiece model: the fields of sentencepiece_model.proto that segmentation needs.</summary>
internal static class SentencePieceModel
{
    private const int Unigram = 1;
    private const int Normal = 1;
    private const int Unknown = 2;
    private const int Control = 3;

    /// <summary>The protocol buffer of a Unigram model.</summary>
    /// <param name="pieces">The vocabulary in the order of its ids, each with the logarithm of its probability.</param>
    /// <param name="unknown">The id of what stands for letters that no piece has.</param>
    /// <param name="special">Ids that are never found in a text.</param>
    /// <param name="charsmap">The compiled normalisation, as <c>tokenizer.json</c> holds it too; empty for none.</param>
    public static byte[] Write(IReadOnlyList<(string Text, float Score)> pieces, int unknown, IReadOnlySet<int> special, byte[] charsmap) => Message(model =>
    {
        foreach (var (id, piece) in pieces.Index())
        {
            Nested(model, 1, entry =>
            {
                Text(entry, 1, piece.Text);
                entry.WriteTag(2, WireFormat.WireType.Fixed32);
                entry.WriteFloat(piece.Score);
                Number(entry, 3, id == unknown ? Unknown : special.Contains(id) ? Control : Normal);
            });
        }

        Nested(model, 2, trainer =>
        {
            Number(trainer, 3, Unigram);
            Number(trainer, 40, unknown);
            Number(trainer, 41, Id("<s>"));
            Number(trainer, 42, Id("</s>"));
            Number(trainer, 43, Id("<pad>"));
            Text(trainer, 45, pieces[unknown].Text);
        });
        Nested(model, 3, normalizer =>
        {
            Text(normalizer, 1, charsmap.Length > 0 ? "nmt_nfkc" : "identity");
            normalizer.WriteTag(2, WireFormat.WireType.LengthDelimited);
            normalizer.WriteBytes(ByteString.CopyFrom(charsmap));
            Number(normalizer, 3, 1); // add_dummy_prefix
            Number(normalizer, 4, 1); // remove_extra_whitespaces
            Number(normalizer, 5, 1); // escape_whitespaces
        });

        int Id(string token)
        {
            for (var id = 0; id < pieces.Count; id++)
            {
                if (pieces[id].Text == token)
                {
                    return id;
                }
            }

            return -1;
        }
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes);
        write(output);
        output.Flush();
        return bytes.ToArray();
    }

    private static void Nested(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(Message(write)));
    }

    private static void Number(CodedOutputStream output, int field, int value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt32(value);
    }

    private static void Text(CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }
}
