using System.Text;
using System.Text.Json;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Detects whether a streamed reply consists only of tool calls written as JSON in its text. Only a reply that begins like one is held back, until its end.
/// </summary>
internal sealed class WrittenToolCall
{
    private const int MaxFenceLine = 20;
    private static readonly string[] NameNames = ["name", "function", "tool"];
    private static readonly string[] ArgumentNames = ["arguments", "parameters", "args"];

    private readonly StringBuilder _held = new();
    private bool? _mayBeCall;

    /// <summary>Appends a piece and returns the part that is certain to be text.</summary>
    public string Take(string piece)
    {
        if (_mayBeCall is false)
        {
            return piece;
        }

        _held.Append(piece);
        _mayBeCall ??= MayBeCall(_held.ToString());
        return _mayBeCall is false ? Release() : "";
    }

    /// <summary>Ends the reply and returns the text held back, if it is text.</summary>
    public string End()
    {
        var held = Release();
        return IsCall(held) ? "" : held;
    }

    private string Release()
    {
        var held = _held.ToString();
        _held.Clear();
        return held;
    }

    // White space, an optional fence, then an object or a list of objects; null while undecided.
    private static bool? MayBeCall(string text)
    {
        if (Inside(text) is not { } inside)
        {
            return text.TrimStart().Length > MaxFenceLine ? false : null;
        }

        return inside.Length == 0 ? null : inside[0] switch
        {
            '{' => true,
            '[' => inside.AsSpan(1).TrimStart() is { IsEmpty: false } list ? list[0] == '{' : null,
            _ => false,
        };
    }

    // The text after a fence's first line; null while that line is incomplete.
    private static string? Inside(string text)
    {
        var start = text.TrimStart();
        return start is not ['`' or '~', ..] ? start
            : start.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var line ? start[(line + 1)..].TrimStart()
            : null;
    }

    private static bool IsCall(string text)
    {
        var json = Encoding.UTF8.GetBytes(Inside(text)?.TrimEnd("`~ \r\n".ToCharArray()) ?? "");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            var calls = 0;
            while (reader.Read())
            {
                using var document = JsonDocument.ParseValue(ref reader);
                var value = document.RootElement;
                var areCalls = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Any() && value.EnumerateArray().All(IsCall) : IsCall(value);
                if (!areCalls)
                {
                    return false;
                }

                calls++;
            }

            return calls > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsCall(JsonElement call) => call.ValueKind is JsonValueKind.Object
        && (call.TryGetProperty("function", out var function) && function.ValueKind is JsonValueKind.Object
            ? function.TryGetProperty("name", out _)
            : NameNames.Any(name => call.TryGetProperty(name, out _)) && ArgumentNames.Any(argument => call.TryGetProperty(argument, out _)));
}
