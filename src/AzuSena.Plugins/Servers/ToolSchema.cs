using System.Globalization;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Servers;

/// <summary>The input schema of a tool, as far as arguments are checked by it: names, which are required, plain types and enumerations.</summary>
internal sealed class ToolSchema
{
    private const int MaxParameters = 30;

    /// <summary>Reads the schema.</summary>
    /// <exception cref="FormatException">It describes no object with named members.</exception>
    public ToolSchema(JsonElement schema)
    {
        if (schema.ValueKind is not JsonValueKind.Object || (schema.TryGetProperty("type", out var type) && !IsText(type, "object")))
        {
            throw new FormatException("The input schema is no object.");
        }

        var required = schema.TryGetProperty("required", out var names) && names.ValueKind is JsonValueKind.Array
            ? names.EnumerateArray().Where(name => name.ValueKind is JsonValueKind.String).Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        var members = schema.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object
            ? properties.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Object).ToList()
            : [];
        if (members.Count > MaxParameters || required.Any(name => !members.Exists(member => member.Name == name)))
        {
            throw new FormatException("The input schema requires what it does not describe, or has too many members.");
        }

        Parameters = [.. members.Select(member => new ToolParameter(
            member.Name,
            member.Value.TryGetProperty("description", out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : member.Name,
            required.Contains(member.Name),
            member.Value))];
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<ToolParameter> Parameters { get; }

    /// <summary>The arguments as the schema wants them; texts are read as numbers or truth values where it asks for these.</summary>
    /// <exception cref="ArgumentException">One is missing or of another type; the message says which.</exception>
    public Dictionary<string, object?> Read(KernelArguments arguments)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var parameter in Parameters)
        {
            if (arguments.TryGetValue(parameter.Name, out var value) && value is not null and not JsonElement { ValueKind: JsonValueKind.Null })
            {
                given[parameter.Name] = parameter.Read(value);
            }
            else if (parameter.IsRequired)
            {
                throw new ArgumentException($"The argument {parameter.Name} is missing.", nameof(arguments));
            }
        }

        return given;
    }

    private static bool IsText(JsonElement element, string text) => element.ValueKind is JsonValueKind.String && element.GetString() == text;
}

/// <summary>One parameter of a tool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its purpose, as the server says.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record ToolParameter(string Name, string Description, bool IsRequired, JsonElement Schema)
{
    /// <summary>A value as the schema wants it.</summary>
    /// <exception cref="ArgumentException">It is of another type, or not among those listed.</exception>
    public JsonElement Read(object value)
    {
        var element = value is JsonElement json ? json : JsonSerializer.SerializeToElement(value);
        var type = Schema.TryGetProperty("type", out var named) && named.ValueKind is JsonValueKind.String ? named.GetString() : null;
        element = type is not null and not "string" && element.ValueKind is JsonValueKind.String ? Parsed(element.GetString()!, type) ?? element : element;
        var isRight = type switch
        {
            "string" => element.ValueKind is JsonValueKind.String,
            "number" => element.ValueKind is JsonValueKind.Number,
            "integer" => element.ValueKind is JsonValueKind.Number && element.TryGetInt64(out _),
            "boolean" => element.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => element.ValueKind is JsonValueKind.Array,
            "object" => element.ValueKind is JsonValueKind.Object,
            _ => true,
        };
        var isListed = !Schema.TryGetProperty("enum", out var options) || options.ValueKind is not JsonValueKind.Array
            || options.EnumerateArray().Any(option => JsonElement.DeepEquals(option, element));
        return isRight && isListed ? element : throw new ArgumentException($"The argument {Name} must be {type ?? "one of the listed values"}.", nameof(value));
    }

    private static JsonElement? Parsed(string text, string type) => type switch
    {
        "number" or "integer" when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            JsonSerializer.SerializeToElement(number),
        "boolean" when bool.TryParse(text, out var truth) => JsonSerializer.SerializeToElement(truth),
        _ => null,
    };
}
