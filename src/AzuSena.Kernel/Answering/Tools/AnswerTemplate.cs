using System.Text.Json;
using System.Text.RegularExpressions;

namespace AzuSena.Answering.Tools;

/// <summary>
/// The sentence that a function's result becomes: <c>El {fecha} {resultado:es|no es} festivo.</c> A name is a slot of the question, <c>resultado</c> or a
/// member of the result; two words after a colon stand for true and false.
/// </summary>
public sealed partial class AnswerTemplate
{
    private const string ResultName = "resultado";

    private readonly string _text;

    private AnswerTemplate(string text) => _text = text;

    /// <summary>Parses a template.</summary>
    /// <exception cref="FormatException">A brace is not closed, or a name is empty.</exception>
    public static AnswerTemplate Parse(string text)
    {
        var rest = Field().Replace(text, "");
        return rest.AsSpan().ContainsAny('{', '}') || string.IsNullOrWhiteSpace(text) ? throw new FormatException(text) : new AnswerTemplate(text.Trim());
    }

    /// <summary>Fills the template.</summary>
    /// <param name="shown">The slots as people read them.</param>
    /// <param name="result">The function's result.</param>
    /// <exception cref="FormatException">A name is neither a slot nor in the result.</exception>
    public string Fill(IReadOnlyDictionary<string, string> shown, JsonElement result) => Field().Replace(_text, field =>
    {
        var name = field.Groups["name"].Value;
        if (shown.TryGetValue(name, out var slot))
        {
            return slot;
        }

        var value = name == ResultName ? result
            : result.ValueKind is JsonValueKind.Object && result.TryGetProperty(name, out var member) ? member
            : throw new FormatException(name);
        return value.ValueKind switch
        {
            JsonValueKind.True when field.Groups["yes"].Success => field.Groups["yes"].Value,
            JsonValueKind.False when field.Groups["yes"].Success => field.Groups["no"].Value,
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => Slots.NumberSlots.Show(value.GetDecimal()),
            _ => value.GetRawText(),
        };
    });

    [GeneratedRegex(@"\{(?<name>[\p{L}_][\p{L}\p{N}_]*)(:(?<yes>[^{}|]*)\|(?<no>[^{}|]*))?\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
