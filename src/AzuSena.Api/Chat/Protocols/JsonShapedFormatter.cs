using System.Buffers;
using System.Text.Json;
using MessagePack;
using MessagePack.Formatters;

namespace AzuSena.Api.Chat.Protocols;

/// <summary>Writes and reads a type through its JSON.</summary>
/// <param name="declared">The type that the JSON is serialized as.</param>
/// <param name="json">The JSON options.</param>
internal sealed class JsonShapedFormatter<T>(Type declared, JsonSerializerOptions json) : IMessagePackFormatter<T?>
{
    /// <inheritdoc/>
    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        using var document = JsonSerializer.SerializeToDocument(value, declared, json);
        Write(ref writer, document.RootElement);
    }

    /// <inheritdoc/>
    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Read(ref reader, writer, options.Security);
        }

        return JsonSerializer.Deserialize<T>(buffer.WrittenSpan, json);
    }

    private static void Write(ref MessagePackWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteMapHeader(value.GetPropertyCount());
                foreach (var property in value.EnumerateObject())
                {
                    writer.Write(property.Name);
                    Write(ref writer, property.Value);
                }

                break;
            case JsonValueKind.Array:
                writer.WriteArrayHeader(value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                {
                    Write(ref writer, item);
                }

                break;
            case JsonValueKind.String:
                writer.Write(value.GetString());
                break;
            case JsonValueKind.Number when value.TryGetInt64(out var whole):
                writer.Write(whole);
                break;
            case JsonValueKind.Number:
                writer.Write(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Write(value.GetBoolean());
                break;
            default:
                writer.WriteNil();
                break;
        }
    }

    private static void Read(ref MessagePackReader reader, Utf8JsonWriter writer, MessagePackSecurity security)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Map:
                ReadMap(ref reader, writer, security);
                break;
            case MessagePackType.Array:
                ReadArray(ref reader, writer, security);
                break;
            case MessagePackType.String:
                writer.WriteStringValue(reader.ReadString());
                break;
            case MessagePackType.Integer when reader.NextCode is MessagePackCode.UInt64:
                writer.WriteNumberValue(reader.ReadUInt64());
                break;
            case MessagePackType.Integer:
                writer.WriteNumberValue(reader.ReadInt64());
                break;
            case MessagePackType.Float:
                WriteNumber(writer, reader.ReadDouble());
                break;
            case MessagePackType.Boolean:
                writer.WriteBooleanValue(reader.ReadBoolean());
                break;
            default:
                // Nil; or bytes or an extension, neither of which the contract has inside an object.
                reader.Skip();
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            // JSON has neither infinity nor NaN.
            writer.WriteNullValue();
        }
    }

    private static void ReadMap(ref MessagePackReader reader, Utf8JsonWriter writer, MessagePackSecurity security)
    {
        security.DepthStep(ref reader);
        writer.WriteStartObject();
        for (var left = reader.ReadMapHeader(); left > 0; left--)
        {
            if (reader.NextMessagePackType is MessagePackType.String)
            {
                writer.WritePropertyName(reader.ReadString() ?? "");
                Read(ref reader, writer, security);
            }
            else
            {
                // A name that is not text is unknown to the contract.
                reader.Skip();
                reader.Skip();
            }
        }

        writer.WriteEndObject();
        reader.Depth--;
    }

    private static void ReadArray(ref MessagePackReader reader, Utf8JsonWriter writer, MessagePackSecurity security)
    {
        security.DepthStep(ref reader);
        writer.WriteStartArray();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            Read(ref reader, writer, security);
        }

        writer.WriteEndArray();
        reader.Depth--;
    }
}
