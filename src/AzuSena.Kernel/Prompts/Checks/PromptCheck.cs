using System.Text;
using System.Text.Json;
using AzuSena.Prompts.Budget;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Checks;

/// <summary>Creates a prompt from its files, or reports their problems.</summary>
/// <param name="plugins">The available functions.</param>
/// <param name="maxTokens">The maximum tokens of the prompt's own text.</param>
internal sealed class PromptCheck(IReadOnlyKernelPluginCollection plugins, int maxTokens)
{
    private const double NearlyFull = 0.8;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The prompt, unless one of <paramref name="problems"/> is an error.</summary>
    public Prompt? Check(PromptSource source, out IReadOnlyList<PromptProblem> problems)
    {
        var found = new List<PromptProblem>();
        problems = found;
        found.AddRange(CheckFiles(source));
        var template = Decode(source.Template, source.TemplatePath, found);
        var json = Decode(source.Config, source.ConfigPath, found);
        if (template is null || json is null)
        {
            return null;
        }

        found.AddRange(ConfigCheck.Check(source, json, out var config));
        var blocks = TemplateBlocks.Find(template);
        var tags = MessageTags.Read(blocks.Outline);
        found.AddRange(blocks.Problems.Concat(tags.Problems).Select(problem => source.InTemplate(problem.Line, problem.Rule, problem.Text)));
        var tokens = TokenEstimate.Of(tags.Text) + (tags.Roles.Count * TokenEstimate.PerMessage);
        found.AddRange(CheckSize(source, tokens));
        if (config is not null)
        {
            found.AddRange(CheckVariables(source, config, blocks));
            found.AddRange(CheckFunctions(source, config, blocks));
        }

        return found.Exists(problem => problem.Severity is PromptSeverity.Error)
            ? null
            : Create(source, template, json, tags, (tokens, ConfigCheck.MaxPromptTokens(config!)), found);
    }

    private static IEnumerable<PromptProblem> CheckFiles(PromptSource source)
    {
        if (!PromptName.IsWellFormed(source.Folder))
        {
            yield return PromptSource.Problem(source.Folder, 0, "folder_name", source.Folder);
        }

        if (source.Unreadable is var (file, reason))
        {
            yield return PromptSource.Problem($"{source.Folder}/{file}", 0, reason);
        }

        if (source.Template is null && source.Unreadable?.File != PromptSource.TemplateFile)
        {
            yield return source.InTemplate(0, "template_missing");
        }

        if (source.Config is null && source.Unreadable?.File != PromptSource.ConfigFile)
        {
            yield return source.InConfig(0, "config_missing");
        }
    }

    private static string? Decode(byte[]? content, string path, List<PromptProblem> problems)
    {
        if (content is null)
        {
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(content).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            if (!text.Contains('\0'))
            {
                return text;
            }
        }
        catch (DecoderFallbackException exception)
        {
            problems.Add(PromptSource.Problem(path, 1 + content.AsSpan(0, exception.Index).Count((byte)'\n'), "not_utf8"));
            return null;
        }

        problems.Add(PromptSource.Problem(path, 1, "not_utf8"));
        return null;
    }

    private IEnumerable<PromptProblem> CheckSize(PromptSource source, int tokens)
    {
        if (tokens > maxTokens)
        {
            yield return source.InTemplate(0, "too_long", tokens, maxTokens);
        }
        else if (tokens > maxTokens * NearlyFull)
        {
            yield return source.InTemplate(0, "nearly_too_long", tokens, maxTokens) with { Severity = PromptSeverity.Warning };
        }
    }

    private static IEnumerable<PromptProblem> CheckVariables(PromptSource source, JsonOutline config, TemplateBlocks blocks)
    {
        var declared = ConfigCheck.Variables(config).ToList();
        var used = blocks.Uses.Where(use => !use.IsFunction).ToList();
        foreach (var use in used.DistinctBy(use => use.Name).Where(use => !declared.Exists(variable => variable.Name == use.Name)))
        {
            yield return source.InTemplate(use.Line, "variable_undeclared", use.Name);
        }

        foreach (var variable in declared.Where(variable => !used.Exists(use => use.Name == variable.Name)))
        {
            yield return source.InConfig(variable.Line, "variable_unused", variable.Name);
        }

        if (WalkPrompts.Find(PromptName.Split(source.Folder).Name) is not { } walk)
        {
            yield break;
        }

        foreach (var needed in walk.Needed.Where(name => !used.Exists(use => use.Name == name) && !declared.Exists(variable => variable.Name == name)))
        {
            yield return source.InTemplate(0, "variable_needed", needed);
        }

        foreach (var variable in declared.Where(variable => !variable.HasDefault && !walk.Given.Contains(variable.Name)))
        {
            yield return source.InConfig(variable.Line, "variable_never_given", variable.Name, string.Join(", ", walk.Given));
        }
    }

    private IEnumerable<PromptProblem> CheckFunctions(PromptSource source, JsonOutline config, TemplateBlocks blocks)
    {
        var known = plugins.SelectMany(plugin => plugin.Select(function => $"{plugin.Name}.{function.Name}")).Order(StringComparer.Ordinal).ToList();

        // The model is not offered a function of a plugin that the operator left out.
        var inConfig = ConfigCheck.Functions(config)
            .Where(function => !Exists(function.Name))
            .Select(function => plugins.Contains(function.Name.Split('.')[0])
                ? source.InConfig(function.Line, "function_unknown", function.Name, string.Join(", ", known))
                : source.InConfig(function.Line, "plugin_missing", function.Name) with { Severity = PromptSeverity.Warning });
        var inTemplate = blocks.Uses
            .Where(use => use.IsFunction && !Exists(use.Name))
            .Select(use => source.InTemplate(use.Line, "function_unknown", use.Name, string.Join(", ", known)));
        return inConfig.Concat(inTemplate);

        bool Exists(string name) => known.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static Prompt? Create(
        PromptSource source, string template, string json, MessageTags tags, (int Own, int? Most) tokens, List<PromptProblem> problems)
    {
        try
        {
            var config = PromptTemplateConfig.FromJson(json);
            config.Template = template;
            return new Prompt(source.Version, config, tags.Roles, tokens.Own, tokens.Most);
        }
        catch (Exception exception) when (exception is ArgumentException or KernelException or JsonException)
        {
            // Accepted by the checks above, but not by Semantic Kernel.
            problems.Add(source.InConfig(0, "semantic_kernel"));
            return null;
        }
    }
}
