using System.Text;

namespace AzuSena.Whisper.Network;

/// <summary>
/// Removes unused outputs from a network file. ONNX Runtime keeps every declared output until the run ends, requested or not: the attentions that some exports
/// of the encoder return are 70 MB per layer.
/// </summary>
/// <remarks>
/// The file is a protobuf (onnx.proto): a ModelProto, whose field 7 is the GraphProto, whose fields 12 are outputs with their name in field 1.
/// </remarks>
internal static class GraphOutputs
{
    private const int Graph = 7;
    private const int Output = 12;
    private const int Name = 1;

    /// <summary>The network with one of its outputs; null if it has no other or cannot be parsed, in which case the file is to be used unchanged.</summary>
    /// <param name="model">The file's bytes.</param>
    /// <param name="kept">The output to keep.</param>
    public static byte[]? Keep(byte[] model, string kept)
    {
        try
        {
            var result = new MemoryStream(model.Length);
            var isChanged = false;
            foreach (var field in ProtobufFields.Of(model))
            {
                if (field.Number != Graph)
                {
                    result.Write(field.Whole.Span);
                    continue;
                }

                var graph = new MemoryStream(field.Content.Length);
                foreach (var part in ProtobufFields.Of(field.Content))
                {
                    if (part.Number == Output && NameOf(part.Content) != kept)
                    {
                        isChanged = true;
                        continue;
                    }

                    graph.Write(part.Whole.Span);
                }

                WriteLength(result, (Graph << 3) | 2);
                WriteLength(result, (ulong)graph.Length);
                graph.WriteTo(result);
            }

            return isChanged ? result.ToArray() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string NameOf(ReadOnlyMemory<byte> output)
    {
        foreach (var field in ProtobufFields.Of(output))
        {
            if (field.Number == Name)
            {
                return Encoding.UTF8.GetString(field.Content.Span);
            }
        }

        return "";
    }

    private static void WriteLength(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }
}
