using System.Xml;
using AzuSena.Prompts.Budget;
using AzuSena.Prompts.Rendering;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>A prompt that passed every check. It does not change: an edit of its files makes another.</summary>
/// <remarks>May be called on many threads at once.</remarks>
public sealed class Prompt
{
    private readonly PromptTemplateConfig _config;

    internal Prompt(PromptVersion version, PromptTemplateConfig config, IReadOnlyList<ChatRole> roles, int tokens)
    {
        Version = version;
        Roles = roles;
        Tokens = tokens;
        _config = config;
        var (plugin, name) = PromptName.FunctionOf(version.Name);
        config.Name = name;
        Function = KernelFunctionFactory.CreateFromPrompt(config).Clone(plugin);
    }

    /// <summary>Its name, variant and hash, for the answer's <c>prompt</c>.</summary>
    public PromptVersion Version { get; }

    /// <summary>
    /// The function of Semantic Kernel: <c>answering.AnswerQuestion</c>. Call it through <see cref="PromptInvocation"/>, which guards what is put into it.
    /// </summary>
    public KernelFunction Function { get; }

    /// <summary>What it is for, in its author's words.</summary>
    public string Description => _config.Description ?? "";

    /// <summary>The roles of its messages, in order.</summary>
    public IReadOnlyList<ChatRole> Roles { get; }

    /// <summary>How many tokens its own text takes, estimated, without what is put into it.</summary>
    public int Tokens { get; }

    /// <summary>The variables that it declares.</summary>
    public IReadOnlyList<string> Variables => [.. _config.InputVariables.Select(variable => variable.Name)];

    /// <summary>The functions that its configuration names for the model, as <c>plugin.function</c>; none if it names none.</summary>
    public IReadOnlyList<string> Functions => _config.DefaultExecutionSettings?.FunctionChoiceBehavior switch
    {
        AutoFunctionChoiceBehavior auto => [.. auto.Functions ?? []],
        RequiredFunctionChoiceBehavior required => [.. required.Functions ?? []],
        NoneFunctionChoiceBehavior none => [.. none.Functions ?? []],
        _ => [],
    };

    /// <summary>How many tokens the descriptions of the functions take that the model may call, estimated.</summary>
    internal int ToolTokens(Kernel kernel) => _config.DefaultExecutionSettings?.FunctionChoiceBehavior is NoneFunctionChoiceBehavior ? 0 : Functions
        .Select(name => name.Split('.', 2))
        .Select(name => kernel.Plugins.TryGetFunction(name[0], name[^1], out var function) ? function : null)
        .Sum(function => function is null ? 0 : TokenEstimate.Of($"{function.Name} {function.Description} {function.JsonSchema}"));

    /// <summary>Reads the messages that it was rendered to. They have the roles of <see cref="Roles"/>, always.</summary>
    internal IReadOnlyList<ChatMessage> ReadMessages(string rendered)
    {
        List<ChatMessage> messages;
        try
        {
            messages = MessageReader.Read(rendered);
        }
        catch (Exception exception) when (exception is XmlException or MessageFormatException)
        {
            throw new InvalidOperationException($"The prompt {Version} rendered to something that is not a row of messages.", exception);
        }

        return messages.Select(message => message.Role).SequenceEqual(Roles)
            ? messages
            : throw new InvalidOperationException($"The prompt {Version} rendered to other messages than it holds.");
    }
}
