using System.Globalization;
using System.Text.Json;

namespace AzuSena.Prompts.Checks;

/// <summary>Validates <c>config.json</c> before Semantic Kernel reads it, which would accept unknown keys and wrong values.</summary>
internal static class ConfigCheck
{
    /// <summary>The key that limits a prompt with its data.</summary>
    internal const string MaxPromptTokensKey = "max_prompt_tokens";

    private const string Dangerous = "allow_dangerously_set_content";
    private const string DefaultService = "default";
    private static readonly string[] FunctionKeys = ["type", "functions"];

    /// <summary>The problems of the file; <paramref name="outline"/> is null if it is not valid JSON.</summary>
    public static IEnumerable<PromptProblem> Check(PromptSource source, string json, out JsonOutline? outline)
    {
        try
        {
            outline = JsonOutline.Read(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second exception is for an escaped lone surrogate; it has no line number.
            outline = null;
            return [source.InConfig((int)((exception as JsonException)?.LineNumber ?? 0) + 1, "json_invalid")];
        }

        return outline.Kind is JsonValueKind.Object ? CheckRoot(source, outline) : [source.InConfig(1, "json_object_expected")];
    }

    /// <summary>The most tokens of the prompt with its data, as the file says; null if it does not.</summary>
    public static int? MaxPromptTokens(JsonOutline outline) =>
        outline[MaxPromptTokensKey] is { Kind: JsonValueKind.Number } value ? int.Parse(value.Text, CultureInfo.InvariantCulture) : null;

    /// <summary>The functions that the configuration allows a model to call, with their lines.</summary>
    public static IEnumerable<(string Name, int Line)> Functions(JsonOutline outline) =>
        outline["execution_settings"]?[DefaultService]?["function_choice_behavior"]?["functions"]?.Items.Select(item => (item.Text, item.Line)) ?? [];

    /// <summary>The declared variables, with their lines.</summary>
    public static IEnumerable<(string Name, int Line, bool HasDefault)> Variables(JsonOutline outline) =>
        outline["input_variables"]?.Items
            .Where(item => item["name"] is not null)
            .Select(item => (item["name"]!.Text, item["name"]!.Line, item["default"] is not null))
            ?? [];

    private static IEnumerable<PromptProblem> CheckRoot(PromptSource source, JsonOutline root)
    {
        foreach (var problem in CheckKeys(source, root, ConfigKeys.Root))
        {
            yield return problem;
        }

        if (string.IsNullOrWhiteSpace(root["description"]?.Text))
        {
            yield return source.InConfig(1, "description_missing") with { Severity = PromptSeverity.Warning };
        }

        foreach (var problem in (root["input_variables"]?.Items ?? []).SelectMany(item => CheckVariable(source, item)))
        {
            yield return problem;
        }

        foreach (var twice in Variables(root).GroupBy(variable => variable.Name).Where(same => same.Count() > 1))
        {
            yield return source.InConfig(twice.Last().Line, "variable_repeated", twice.Key);
        }

        foreach (var (service, line, settings) in root["execution_settings"]?.Members ?? [])
        {
            if (service != DefaultService)
            {
                yield return source.InConfig(line, "settings_service", service);
            }
            else if (settings.Kind is not JsonValueKind.Object)
            {
                yield return source.InConfig(line, "key_object", service);
            }

            foreach (var problem in CheckSettings(source, settings))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<PromptProblem> CheckVariable(PromptSource source, JsonOutline variable)
    {
        if (variable.Kind is not JsonValueKind.Object || variable["name"] is null)
        {
            return [source.InConfig(variable.Line, "variable_form")];
        }

        return CheckKeys(source, variable, ConfigKeys.Variable);
    }

    private static IEnumerable<PromptProblem> CheckSettings(PromptSource source, JsonOutline settings)
    {
        var problems = CheckKeys(source, settings, ConfigKeys.Settings);
        if (settings["function_choice_behavior"] is not { Kind: JsonValueKind.Object } behavior)
        {
            return problems;
        }

        // Without a list, the model could call every function of the kernel.
        var missing = FunctionKeys.Where(key => behavior[key] is null).Select(key => source.InConfig(behavior.Line, "functions_incomplete", key));
        return problems.Concat(CheckKeys(source, behavior, ConfigKeys.Functions)).Concat(missing);
    }

    private static IEnumerable<PromptProblem> CheckKeys(PromptSource source, JsonOutline value, IReadOnlyList<ConfigKey> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, line, content) in value.Members)
        {
            var key = known.FirstOrDefault(key => key.Name == name);
            if (name == Dangerous)
            {
                yield return source.InConfig(line, "dangerous_content", name);
            }
            else if (key is null)
            {
                yield return source.InConfig(line, "key_unknown", name, string.Join(", ", known.Select(each => each.Name)));
            }
            else if (!seen.Add(name))
            {
                yield return source.InConfig(line, "key_repeated", name);
            }
            else if (!key.Fits(content))
            {
                yield return source.InConfig(content.Line, key.Rule, [name, .. key.Bounds]);
            }
        }
    }
}
