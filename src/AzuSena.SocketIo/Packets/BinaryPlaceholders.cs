using System.Text.Json;

namespace AzuSena.SocketIo.Packets;

/// <summary>The JSON placeholder for extracted binary data: <c>{"_placeholder":true,"num":n}</c>, n from 0.</summary>
internal static class BinaryPlaceholders
{
    /// <summary>Writes a placeholder.</summary>
    public static void Write(Utf8JsonWriter writer, int number)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("_placeholder", value: true);
        writer.WriteNumber("num", number);
        writer.WriteEndObject();
    }

    /// <summary>The number of a placeholder; null if the element is not one.</summary>
    public static int? NumberOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty("_placeholder", out var mark) && mark.ValueKind is JsonValueKind.True
            ? element.TryGetProperty("num", out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetInt32(out var value) ? value : -1
            : null;

    /// <summary>Whether every placeholder within has its attachment.</summary>
    public static bool AreWithin(JsonElement element, int attachments) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().All(item => AreWithin(item, attachments)),
        JsonValueKind.Object => NumberOf(element) is { } number
            ? number >= 0 && number < attachments
            : element.EnumerateObject().All(property => AreWithin(property.Value, attachments)),
        _ => true,
    };
}
