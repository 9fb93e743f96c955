using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AzuSena.SocketIo.Packets;

/// <summary>Writes packets as Engine.IO messages: one of text, and one for each binary attachment.</summary>
internal static class SocketIoPacketWriter
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A packet whose data is one value, or absent if that is null.</summary>
    public static EngineIoPacket Write<T>(SocketIoPacketType type, string name, T? data, JsonSerializerOptions json)
        where T : class
    {
        var output = Begin(type, attachments: 0, name, id: null);
        if (data is not null)
        {
            using var writer = new Utf8JsonWriter(output, Unescaped);
            JsonSerializer.Serialize(writer, data, json);
        }

        return new EngineIoPacket(output.WrittenSpan.ToArray());
    }

    /// <summary>An event with received arguments, unchanged.</summary>
    public static EngineIoPacket[] WriteEvent(string name, long? id, string @event, SocketIoArguments arguments) =>
        Write(SocketIoPacketType.Event, name, id, @event, [.. arguments.Cast<object?>()], arguments.Attachments, JsonSerializerOptions.Default);

    /// <summary>An event whose arguments are written as JSON, with bytes as attachments.</summary>
    public static EngineIoPacket[] WriteEvent(string name, long? id, string @event, ReadOnlySpan<object?> values, JsonSerializerOptions json) =>
        Write(SocketIoPacketType.Event, name, id, @event, values, AttachmentsOf(values), json);

    /// <summary>An acknowledgement with received arguments, unchanged.</summary>
    public static EngineIoPacket[] WriteAck(string name, long id, SocketIoArguments arguments) =>
        Write(SocketIoPacketType.Ack, name, id, @event: null, [.. arguments.Cast<object?>()], arguments.Attachments, JsonSerializerOptions.Default);

    /// <summary>An acknowledgement whose arguments are written as JSON, with bytes as attachments.</summary>
    public static EngineIoPacket[] WriteAck(string name, long id, ReadOnlySpan<object?> values, JsonSerializerOptions json) =>
        Write(SocketIoPacketType.Ack, name, id, @event: null, values, AttachmentsOf(values), json);

    private static EngineIoPacket[] Write(
        SocketIoPacketType type,
        string name,
        long? id,
        string? @event,
        ReadOnlySpan<object?> values,
        IReadOnlyList<ReadOnlyMemory<byte>> attachments,
        JsonSerializerOptions json)
    {
        var binary = type == SocketIoPacketType.Event ? SocketIoPacketType.BinaryEvent : SocketIoPacketType.BinaryAck;
        var output = Begin(attachments.Count > 0 ? binary : type, attachments.Count, name, id);
        using (var writer = new Utf8JsonWriter(output, Unescaped))
        {
            writer.WriteStartArray();
            if (@event is not null)
            {
                writer.WriteStringValue(@event);
            }

            var number = 0;
            foreach (var value in values)
            {
                WriteValue(writer, value, ref number, json);
            }

            writer.WriteEndArray();
        }

        var packets = new EngineIoPacket[attachments.Count + 1];
        packets[0] = new EngineIoPacket(output.WrittenSpan.ToArray());
        for (var index = 0; index < attachments.Count; index++)
        {
            packets[index + 1] = new EngineIoPacket(attachments[index], IsBinary: true);
        }

        return packets;
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, ref int number, JsonSerializerOptions json)
    {
        if (value is JsonElement element)
        {
            // Raw: numbers keep their digits, texts their escapes.
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
        }
        else if (BinaryOf(value) is not null)
        {
            BinaryPlaceholders.Write(writer, number++);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, value?.GetType() ?? typeof(object), json);
        }
    }

    private static List<ReadOnlyMemory<byte>> AttachmentsOf(ReadOnlySpan<object?> values)
    {
        List<ReadOnlyMemory<byte>>? attachments = null;
        foreach (var value in values)
        {
            if (BinaryOf(value) is { } binary)
            {
                (attachments ??= []).Add(binary);
            }
        }

        return attachments ?? [];
    }

    private static ReadOnlyMemory<byte>? BinaryOf(object? value) => value switch
    {
        byte[] bytes => new ReadOnlyMemory<byte>(bytes),
        ReadOnlyMemory<byte> bytes => bytes,
        _ => (ReadOnlyMemory<byte>?)null,
    };

    private static ArrayBufferWriter<byte> Begin(SocketIoPacketType type, int attachments, string name, long? id)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write([(byte)EngineIoPacketType.Message, (byte)type]);
        if (attachments > 0)
        {
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{attachments}-"), output);
        }

        if (name != "/")
        {
            Encoding.UTF8.GetBytes(name, output);
            output.Write(","u8);
        }

        if (id is { } number)
        {
            Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture), output);
        }

        return output;
    }
}
