using AzuSena.Answering.Tools.Patterns;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Tools;

/// <summary>A plugin's function that says which questions it answers.</summary>
/// <param name="Function">The function; its plugin's name is set.</param>
/// <param name="Title">The tool's name for people: <c>Calendario</c>.</param>
/// <param name="Patterns">The questions that it answers.</param>
public sealed record AnsweringFunction(KernelFunction Function, string Title, IReadOnlyList<QuestionPattern> Patterns)
{
    /// <summary>The sentence that its result becomes; null if the result is the sentence.</summary>
    public AnswerTemplate? Template { get; init; }

    /// <summary>What its results rest on, for the citation: <c>Ley 51 de 1983</c>; null if only on itself.</summary>
    public string? Source { get; init; }

    /// <summary>The question that asks for a missing slot, by the slot's name.</summary>
    public IReadOnlyDictionary<string, string> Asks { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Its name in prompts and settings: <c>calendar.is_holiday</c>.</summary>
    public string Name => $"{Function.PluginName}.{Function.Name}";

    /// <summary>Its name as models and events have it: <c>calendar_is_holiday</c>.</summary>
    public string ToolName => $"{Function.PluginName}_{Function.Name}";
}
