using System.Globalization;
using System.Text.Json;

namespace AzuSena.Prompts.Checks;

/// <summary>The allowed keys of <c>config.json</c> and the constraints on their values. Semantic Kernel silently ignores all other keys.</summary>
internal static class ConfigKeys
{
    private const int MaxStops = 8;
    private const int MaxReplyTokens = 32_768;
    private const int MinPromptTokens = 300;
    private const int MaxPromptTokens = 131_072;

    /// <summary>The top-level keys.</summary>
    public static IReadOnlyList<ConfigKey> Root { get; } =
    [
        new("description", "key_text", IsText),
        new("schema", "schema_unknown", value => value.Text == "1"),
        new("template_format", "template_format_unknown", value => value.Text == "semantic-kernel"),
        new("input_variables", "key_list", value => value.Kind is JsonValueKind.Array),
        new("execution_settings", "key_object", value => value.Kind is JsonValueKind.Object),
        Whole(ConfigCheck.MaxPromptTokensKey, MinPromptTokens, MaxPromptTokens),
    ];

    /// <summary>The keys of an entry of <c>input_variables</c>.</summary>
    public static IReadOnlyList<ConfigKey> Variable { get; } =
    [
        new("name", "variable_name", value => IsText(value) && value.Text.Length > 0 && value.Text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')),
        new("description", "key_text", IsText),
        new("default", "key_text", IsText),
        new("is_required", "key_yes_no", IsYesNo),
    ];

    /// <summary>The keys of <c>execution_settings.default</c>.</summary>
    public static IReadOnlyList<ConfigKey> Settings { get; } =
    [
        Number("temperature", 0, 2),
        Number("top_p", 0, 1),
        Whole("top_k", 1, 1000),
        Whole("max_tokens", 1, MaxReplyTokens),
        Whole("seed", 0, int.MaxValue),
        Number("frequency_penalty", -2, 2),
        Number("presence_penalty", -2, 2),
        new(
            "stop_sequences",
            "stop_sequences_invalid",
            value => value.Kind is JsonValueKind.Array && value.Items.Count <= MaxStops
                && value.Items.All(item => IsText(item) && item.Text.Length > 0)),
        new("function_choice_behavior", "key_object", value => value.Kind is JsonValueKind.Object),
    ];

    /// <summary>The keys of <c>function_choice_behavior</c>.</summary>
    public static IReadOnlyList<ConfigKey> Functions { get; } =
    [
        new("type", "functions_type", value => value.Text is "auto" or "required" or "none"),
        new("functions", "functions_list", value => value.Kind is JsonValueKind.Array && value.Items.Count > 0 && value.Items.All(IsText)),
    ];

    private static ConfigKey Number(string name, double least, double most) => new(
        name,
        "number_out_of_range",
        value => value.Kind is JsonValueKind.Number
            && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most,
        least,
        most);

    private static ConfigKey Whole(string name, int least, int most) => new(
        name,
        "whole_out_of_range",
        value => value.Kind is JsonValueKind.Number
            && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most,
        least,
        most);

    private static bool IsText(JsonOutline value) => value.Kind is JsonValueKind.String;

    private static bool IsYesNo(JsonOutline value) => value.Kind is JsonValueKind.True or JsonValueKind.False;
}

/// <summary>A key of <c>config.json</c>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Rule">The rule that an invalid value violates.</param>
/// <param name="Fits">Whether a value is valid.</param>
/// <param name="Bounds">The further arguments of the rule's text.</param>
internal sealed record ConfigKey(string Name, string Rule, Func<JsonOutline, bool> Fits, params object[] Bounds);
