using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AzuSena.Api.Bodies;

/// <summary>
/// Whole numbers as other languages write them in JSON, which does not distinguish 3 from 3.0: as a number without a fraction or as its text.
/// </summary>
internal sealed class WholeNumber : JsonConverter<int?>
{
    /// <summary>The number of an element, if it is one.</summary>
    public static bool TryRead(JsonElement element, out int number)
    {
        number = 0;
        if (element.ValueKind is JsonValueKind.String)
        {
            return int.TryParse(element.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        }

        if (element.ValueKind is not JsonValueKind.Number || !element.TryGetDouble(out var value)
            || value != Math.Truncate(value) || Math.Abs(value) > int.MaxValue)
        {
            return false;
        }

        number = (int)value;
        return true;
    }

    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return TryRead(document.RootElement, out var number) ? number : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
