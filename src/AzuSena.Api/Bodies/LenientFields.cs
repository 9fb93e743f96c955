using System.Text.Json;

namespace AzuSena.Api.Bodies;

/// <summary>Reads the members of a JSON object from a client. A member of the wrong kind counts as missing.</summary>
internal static class LenientFields
{
    /// <summary>The text of an element; null if it is not text.</summary>
    public static string? AsText(this JsonElement element)
    {
        try
        {
            return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    /// <summary>The text of a member; null if there is none.</summary>
    public static string? TextOf(this JsonElement element, string name) => element.Has(name, out var property) ? property.AsText() : null;

    /// <summary>The number of a member; null if it is missing, and 0, which is refused as out of range, if it is not a whole number.</summary>
    public static int? NumberOf(this JsonElement element, string name) =>
        !element.Has(name, out var property) || property.ValueKind is JsonValueKind.Null ? null
        : WholeNumber.TryRead(property, out var value) ? value
        : 0;

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(this JsonElement element, string name) => element.Has(name, out var property) && property.ValueKind is JsonValueKind.True;

    /// <summary>A member; null if it is missing or <c>null</c>.</summary>
    public static JsonElement? Find(this JsonElement element, string name) =>
        element.Has(name, out var property) && property.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? property : null;

    private static bool Has(this JsonElement element, string name, out JsonElement property)
    {
        try
        {
            return element.TryGetProperty(name, out property);
        }
        catch (InvalidOperationException)
        {
            // Another member's name holds half of a surrogate pair.
            property = default;
            return false;
        }
    }
}
