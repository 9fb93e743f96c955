namespace AzuSena.Whisper.Network;

/// <summary>The fields of a protobuf message, as they stand: a network's file is changed or read in parts without its schema.</summary>
internal static class ProtobufFields
{
    /// <summary>A field.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Value">Its value, if it is a varint.</param>
    /// <param name="Whole">Its bytes, with its tag.</param>
    /// <param name="Content">Its bytes, without tag and length.</param>
    public readonly record struct Field(int Number, ulong Value, ReadOnlyMemory<byte> Whole, ReadOnlyMemory<byte> Content);

    /// <summary>The fields of a message, in order.</summary>
    /// <exception cref="InvalidDataException">It is not a message.</exception>
    public static IEnumerable<Field> Of(ReadOnlyMemory<byte> message)
    {
        for (var place = 0; place < message.Length;)
        {
            var start = place;
            var tag = ReadVarint(message.Span, ref place);
            var contentStart = place;
            ulong value = 0;
            switch (tag & 7)
            {
                case 0:
                    value = ReadVarint(message.Span, ref place);
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

            yield return place <= message.Length
                ? new Field((int)(tag >> 3), value, message[start..place], message[contentStart..place])
                : throw new InvalidDataException();
        }
    }

    /// <summary>The values of a repeated integer field: packed, or one by one.</summary>
    public static IEnumerable<long> Integers(this Field field)
    {
        if (field.Content.Length > 0 && field.Whole.Span[0] is var tag && (tag & 7) == 0)
        {
            yield return (long)field.Value;
            yield break;
        }

        for (var place = 0; place < field.Content.Length;)
        {
            yield return (long)ReadVarint(field.Content.Span, ref place);
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
}
