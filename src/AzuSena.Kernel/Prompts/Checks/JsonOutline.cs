using System.Text;
using System.Text.Json;

namespace AzuSena.Prompts.Checks;

/// <summary>A JSON value with its line number, which <see cref="JsonDocument"/> does not provide.</summary>
/// <param name="Line">The line of its start, from 1.</param>
/// <param name="Kind">The kind of value.</param>
/// <param name="Text">The value of a string, or the digits of a number.</param>
/// <param name="Members">The members of an object, in order, including duplicates.</param>
/// <param name="Items">The items of an array.</param>
internal sealed record JsonOutline(int Line, JsonValueKind Kind, string Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonOutline> Items)
{
    /// <summary>The member with this name; null if there is none or this is not an object.</summary>
    public JsonOutline? this[string name] => Members.FirstOrDefault(member => member.Name == name)?.Value;

    /// <summary>Parses JSON as strictly as Semantic Kernel: no comments, no trailing commas.</summary>
    /// <exception cref="JsonException">The text is not valid JSON; contains the line, from 0.</exception>
    public static JsonOutline Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        var outline = ReadValue(ref reader, bytes);

        // Reading on detects text after the value.
        reader.Read();
        return outline;
    }

    private static JsonOutline ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        var line = LineAt(bytes, reader.TokenStartIndex);
        var members = new List<JsonMember>();
        var items = new List<JsonOutline>();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (name, nameLine) = (reader.GetString()!, LineAt(bytes, reader.TokenStartIndex));
                    reader.Read();
                    members.Add(new JsonMember(name, nameLine, ReadValue(ref reader, bytes)));
                }

                return new JsonOutline(line, JsonValueKind.Object, "", members, items);
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, bytes));
                }

                return new JsonOutline(line, JsonValueKind.Array, "", members, items);
            case JsonTokenType.String:
                return new JsonOutline(line, JsonValueKind.String, reader.GetString()!, members, items);
            case JsonTokenType.Number:
                return new JsonOutline(line, JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), members, items);
            default:
                return new JsonOutline(
                    line,
                    reader.TokenType switch { JsonTokenType.True => JsonValueKind.True, JsonTokenType.False => JsonValueKind.False, _ => JsonValueKind.Null },
                    "",
                    members,
                    items);
        }
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, long position) => 1 + bytes[..(int)position].Count((byte)'\n');
}

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">The line of the name, from 1.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Line, JsonOutline Value);
