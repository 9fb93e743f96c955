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
            foreach (var field in Fields(model))
            {
                if (field.Number != Graph)
                {
                    result.Write(field.Whole.Span);
                    continue;
                }

                var graph = new MemoryStream(field.Content.Length);
                foreach (var part in Fields(field.Content))
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
        foreach (var field in Fields(output))
        {
            if (field.Number == Name)
            {
                return Encoding.UTF8.GetString(field.Content.Span);
            }
        }

        return "";
    }

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Whole, ReadOnlyMemory<byte> Content)> Fields(ReadOnlyMemory<byte> message)
    {
        for (var place = 0; place < message.Length;)
        {
            var start = place;
            var tag = ReadVarint(message.Span, ref place);
            var contentStart = place;
            switch (tag & 7)
            {
                case 0:
                    ReadVarint(message.Span, ref place);
                    break;
                case 1:
                    place += 8;
                    break;
                case 2:
                    var length = ReadVarint(message.Span, ref place);
                    contentStart = place;
                    place = length <= (ulong)(message.Length - place) ? place + (int)length : throw new InvalidDataException();
                    break;
                case 5:
                    place += 4;
                    break;
                default:
                    throw new InvalidDataException();
            }

            yield return place <= message.Length ? ((int)(tag >> 3), message[start..place], message[contentStart..place]) : throw new InvalidDataException();
        }
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int place)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = place < bytes.Length ? bytes[place++] : throw new InvalidDataException();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException();
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
