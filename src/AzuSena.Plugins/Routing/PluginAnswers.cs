using System.Reflection;
using AzuSena.Answering.Tools;
using AzuSena.Answering.Tools.Patterns;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Routing;

/// <summary>What a plugin says about the questions that it answers.</summary>
/// <param name="Title">Its name for people; null if it has none.</param>
/// <param name="Functions">Its functions that answer questions.</param>
public sealed record PluginAnswers(string? Title, IReadOnlyList<AnsweringFunction> Functions)
{
    /// <summary>For a plugin that answers none.</summary>
    public static PluginAnswers None { get; } = new(null, []);

    /// <summary>Those of a built-in plugin, from the attributes of its class.</summary>
    /// <exception cref="FormatException">A pattern, or a name in it, is wrong.</exception>
    internal static PluginAnswers Of(Type type, KernelPlugin plugin)
    {
        var title = type.GetCustomAttribute<ToolTitleAttribute>()?.Title;
        var functions =
            from method in type.GetMethods()
            let patterns = method.GetCustomAttributes<AnswersQuestionAttribute>().Select(question => question.Pattern).ToList()
            where patterns.Count > 0
            select Of(
                plugin[method.GetCustomAttribute<KernelFunctionAttribute>()!.Name!],
                title,
                new ManifestAnswer(
                    method.Name,
                    patterns,
                    method.GetCustomAttribute<AnswerAttribute>()?.Template,
                    method.GetCustomAttributes<AsksAttribute>().ToDictionary(asks => asks.Parameter, asks => asks.Question, StringComparer.Ordinal),
                    method.GetCustomAttribute<RestsOnAttribute>()?.Source));
        return new PluginAnswers(title, [.. functions]);
    }

    /// <summary>Those of any plugin, from what is written about them.</summary>
    /// <exception cref="FormatException">A pattern, or a name in it, is wrong.</exception>
    internal static PluginAnswers Of(KernelPlugin plugin, string? title, IEnumerable<ManifestAnswer> answers) =>
        new(title, [.. answers.Select(answer => Of(
            plugin.TryGetFunction(answer.Function, out var function) ? function : throw new FormatException(answer.Function), title, answer))]);

    private static AnsweringFunction Of(KernelFunction function, string? title, ManifestAnswer answer)
    {
        var patterns = answer.Questions.Select(QuestionPattern.Parse).ToList();
        var names = function.Metadata.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        return patterns.SelectMany(pattern => pattern.Names).Concat(answer.Asks?.Keys ?? []).FirstOrDefault(name => !names.Contains(name)) is { } unknown
            ? throw new FormatException($"{function.Name}({unknown})")
            : new AnsweringFunction(function, title ?? function.PluginName!, patterns)
            {
                Template = answer.Answer is { } template ? AnswerTemplate.Parse(template) : null,
                Source = answer.Source,
                Asks = answer.Asks ?? new Dictionary<string, string>(StringComparer.Ordinal),
            };
    }
}

/// <summary>What is written about the questions that a function answers, in a manifest or in the settings.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Questions">The patterns.</param>
/// <param name="Answer">The sentence that its result becomes; null if the result is the sentence.</param>
/// <param name="Asks">The question that asks for a missing value, by parameter.</param>
/// <param name="Source">What its results rest on.</param>
public sealed record ManifestAnswer(
    string Function, IReadOnlyList<string> Questions, string? Answer = null, IReadOnlyDictionary<string, string>? Asks = null, string? Source = null);
