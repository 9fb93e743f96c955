using System.Text.Json;

namespace AzuSena.Api.Bodies;

/// <summary>The members of a JSON object that a client sent. One of another kind than is wanted is as if it were not there.</summary>
internal static class LenientFields
{
    /// <summary>A text as it stands; null where it is none.</summary>
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

    /// <summary>The text of a member; null where there is none.</summary>
    public static string? TextOf(this JsonElement element, string name) => element.Has(name, out var property) ? property.AsText() : null;

    /// <summary>The number of a member; null where nothing is said, and 0, which is refused as out of range, where it is no whole number.</summary>
    public static int? NumberOf(this JsonElement element, string name) =>
        !element.Has(name, out var property) || property.ValueKind is JsonValueKind.Null ? null
        : WholeNumber.TryRead(property, out var value) ? value
        : 0;

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(this JsonElement element, string name) => element.Has(name, out var property) && property.ValueKind is JsonValueKind.True;

    private static bool Has(this JsonElement element, string name, out JsonElement property)
    {
        try
        {
            return element.TryGetProperty(name, out property);
        }
        catch (InvalidOperationException)
        {
            // A name beside it holds half of a surrogate pair.
            property = default;
            return false;
        }
    }
}
