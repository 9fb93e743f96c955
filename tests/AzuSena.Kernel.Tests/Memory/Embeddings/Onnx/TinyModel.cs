using System.Globalization;
using Google.Protobuf;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>A network of one node, whose outputs can be worked out by hand: the vector of token <c>i</c> is row <c>i</c> of a table.</summary>
internal static class TinyModel
{
    /// <summary>The words of <see cref="WriteFolder"/>, ids 0 to 6; their vectors are the rows of <see cref="Table"/>.</summary>
    public static readonly string[] Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "uno", "dos", "tres", "[MASK]"];

    public static readonly float[][] Table = [[9, 9], [0, 0], [1, 0], [0, 1], [2, 0], [0, 4], [6, 6], [0, 0]];

    /// <summary>A folder as an operator drops it in.</summary>
    public static void WriteFolder(string folder, string description = "", bool withTokenTypes = false, float[][]? table = null)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Network(table ?? Table, withTokenTypes));
        File.WriteAllText(Path.Combine(folder, "vocab.txt"), string.Join('\n', Vocabulary));
        File.WriteAllText(Path.Combine(folder, EmbedderDescription.FileName), $$"""{ "name": "tiny", "tokenizer": { "file": "vocab.txt" }{{description}} }""");
    }

    /// <summary>The network, as ONNX's protocol buffer: output = Gather(table, input_ids).</summary>
    public static byte[] Network(float[][] table, bool withTokenTypes, string output = "last_hidden_state") => Message(model =>
    {
        Number(model, 1, 8);
        Nested(model, 7, graph =>
        {
            Nested(graph, 1, node =>
            {
                Text(node, 1, "table");
                Text(node, 1, "input_ids");
                Text(node, 2, output);
                Text(node, 4, "Gather");
            });
            Text(graph, 2, "tiny");
            Nested(graph, 5, tensor =>
            {
                Number(tensor, 1, table.Length);
                Number(tensor, 1, table[0].Length);
                Number(tensor, 2, 1);
                foreach (var value in table.SelectMany(row => row))
                {
                    tensor.WriteTag(4, WireFormat.WireType.Fixed32);
                    tensor.WriteFloat(value);
                }

                Text(tensor, 8, "table");
            });
            foreach (var input in new[] { "input_ids", "attention_mask" }.Concat(withTokenTypes ? ["token_type_ids"] : []))
            {
                Nested(graph, 11, value => Describe(value, input, type: 7, "batch", "tokens"));
            }

            Nested(graph, 12, value =>
                Describe(value, output, type: 1, "batch", "tokens", table[0].Length.ToString(CultureInfo.InvariantCulture)));
        });
        Nested(model, 8, opset => Number(opset, 2, 17));
    });

    private static void Describe(CodedOutputStream value, string name, int type, params string[] shape)
    {
        Text(value, 1, name);
        Nested(value, 2, kind => Nested(kind, 1, tensor =>
        {
            Number(tensor, 1, type);
            Nested(tensor, 2, dimensions =>
            {
                foreach (var size in shape)
                {
                    Nested(dimensions, 1, dimension =>
                    {
                        if (int.TryParse(size, CultureInfo.InvariantCulture, out var number))
                        {
                            Number(dimension, 1, number);
                        }
                        else
                        {
                            Text(dimension, 2, size);
                        }
                    });
                }
            });
        }));
    }

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
