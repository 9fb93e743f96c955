using System.Text.Json;
using AzuSena.Errors;

namespace AzuSena.Mcp.Tools;

/// <summary>Reads the arguments of a call. A model reads the errors and tries again, so they name what is wrong and what there is.</summary>
internal static class ToolArguments
{
    /// <summary>Reads them as a type.</summary>
    /// <param name="given">What the client sent.</param>
    /// <param name="schema">The tool's input schema.</param>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>.</exception>
    public static T Read<T>(IDictionary<string, JsonElement>? given, JsonElement schema)
    {
        var arguments = given ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Check(arguments, schema);
        try
        {
            return JsonSerializer.SerializeToElement(arguments).Deserialize<T>(McpJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, McpTexts.Get("ArgumentInvalid", NameIn(exception.Path)), exception);
        }
    }

    /// <summary>Checks their names.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: one is unknown, or a required one is missing.</exception>
    public static void Check(IDictionary<string, JsonElement> arguments, JsonElement schema)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(property => property.Name).ToList() : [];
        if (arguments.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw Invalid("ArgumentUnknown", unknown, string.Join(", ", known));
        }

        if (schema.TryGetProperty("required", out var required)
            && required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !arguments.ContainsKey(name)) is { } missing)
        {
            throw Invalid("ArgumentMissing", missing);
        }
    }

    private static AzuSenaException Invalid(string text, params object?[] values) => new(ErrorCode.RequestInvalid, McpTexts.Get(text, values));

    // "$.max_docs" or "$['max_docs'][2]"
    private static string NameIn(string? path) => path is null ? "" : path.TrimStart('$').TrimStart('.');
}
